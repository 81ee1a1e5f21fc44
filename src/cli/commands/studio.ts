import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { findVoices } from '../../config.js';
import { nodeHost } from '../../pipeline/node-host.js';
import { ensureOutputFolder } from '../../store/disk/output-folder.js';
import { isOwnMachine, serveStudio } from '../../web/studio/serve-studio.js';
import type { CommandContext } from '../context.js';
import { readStudioPassword } from '../environment.js';
import { folderOf } from '../out.js';
import { packageVersion } from '../version.js';
import { configFrom, type SettingsFlags } from './flags.js';

export interface StudioFlags extends SettingsFlags {
  readonly out: string;
  readonly port: number;
  readonly host: string;
  readonly password?: string;
  readonly allowPrivateNetwork?: boolean;
  readonly open?: boolean;
}

/** `audio-edition studio`: the editor's page, until the program is interrupted. */
export async function studioCommand(flags: StudioFlags, context: CommandContext): Promise<void> {
  const { terminal, signal, host } = context;
  // What is wrong with the settings is told here and not in a browser.
  await configFrom(flags, context);
  const out = folderOf(flags.out, 'studio', 'give a folder of this machine with --out');
  const outDir = path.resolve(host.cwd(), out);
  await ensureOutputFolder(outDir);
  const password = passwordFor(flags, context);
  const { allowPrivateNetwork = false } = flags;
  const studio = await serveStudio({
    outDir,
    host: flags.host,
    port: flags.port,
    version: packageVersion(),
    loadConfig: () => configFrom(flags, context),
    voices: await findVoices({
      directory: host.cwd(),
      ...(flags.voices === undefined ? {} : { voicesFile: flags.voices }),
    }),
    hostFor: (jobSignal, onEvent) =>
      nodeHost({ signal: jobSignal, allowPrivateNetwork, ...(onEvent === undefined ? {} : { onEvent }) }),
    onFailure: (error) =>
      terminal.note(`The studio failed: ${error instanceof Error ? error.message : error}`),
    ...(flags.engine === undefined ? {} : { engine: flags.engine }),
    ...(password === undefined ? {} : { password }),
  });
  const isMadeUp = password !== undefined && password !== givenPassword(flags, context);
  const secret = isMadeUp ? `The password is ${password}\n` : '';
  terminal.result(`${secret}Studio at ${studio.url} (stop with Ctrl-C).`);
  if (flags.open) openInBrowser(studio.url);
  if (!signal.aborted) await once(signal, 'abort');
  await studio.close();
}

/** What other machines are asked for; nobody else than this machine needs one unless it was given. */
function passwordFor(flags: StudioFlags, context: CommandContext): string | undefined {
  const given = givenPassword(flags, context);
  if (given !== undefined || isOwnMachine(flags.host)) return given;
  return randomBytes(12).toString('base64url');
}

function givenPassword({ password }: StudioFlags, { host }: CommandContext): string | undefined {
  return password ?? readStudioPassword(host.env);
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [program: string, ...args: string[]]>>> = {
  darwin: ['open'],
  // An empty title, or `start` would take the address for one.
  win32: ['cmd', '/c', 'start', ''],
};

/** A machine without a browser shows nothing, and the address stands in the terminal. */
function openInBrowser(url: string): void {
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const opener = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
  opener.on('error', () => undefined);
  opener.unref();
}
