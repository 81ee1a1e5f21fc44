import path from 'node:path';
import { type Config, loadConfig } from '../../config.js';
import type { ReadRequest } from '../../pipeline/read.js';
import { PRIVATE_FOLDER } from '../../store/contract.js';
import type { CommandContext } from '../context.js';
import { readEnvironment } from '../environment.js';

/** `--voices`, `--show`, `--engine`. */
export interface SettingsFlags {
  readonly voices?: string;
  readonly show?: string;
  readonly engine?: string;
  /** `--out`: its private folder remembers the show of the last build. */
  readonly out?: string;
}

/** What may be said of an issue on the command line. */
export interface IssueFlags extends SettingsFlags {
  readonly title?: string;
  readonly date?: string;
  readonly slug?: string;
  readonly entry?: string;
  readonly allowPrivateNetwork?: boolean;
}

/**
 * The settings for a command. Without `--show` the first `show.json` counts of: beside the issue, where the user
 * stands, the one that the output folder remembers.
 */
export function configFrom(flags: SettingsFlags, { host }: CommandContext, issue?: string): Promise<Config> {
  const directory = host.cwd();
  const isFile = issue !== undefined && issue !== '-' && !/^https?:/i.test(issue);
  return loadConfig({
    directory,
    showDirectories: [
      ...(isFile ? [path.dirname(path.resolve(directory, issue))] : []),
      directory,
      ...(flags.out === undefined ? [] : [path.resolve(directory, flags.out, PRIVATE_FOLDER)]),
    ],
    environment: readEnvironment(host.env),
    ...(flags.voices === undefined ? {} : { voicesFile: flags.voices }),
    ...(flags.show === undefined ? {} : { showFile: flags.show }),
    ...(flags.engine === undefined ? {} : { engine: flags.engine }),
  });
}

/** What the flags say about the issue. */
export function readingFrom({ title, date, slug, entry }: IssueFlags): NonNullable<ReadRequest['reading']> {
  return {
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(slug === undefined ? {} : { slug }),
    ...(entry === undefined ? {} : { entry }),
  };
}
