import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DEFAULT_SHOW, SHIPPED_VOICES_FILE } from './config/defaults.js';
import { parseSettings } from './config/settings-file.js';
import { showSchema } from './config/show-schema.js';
import { voicesSchema } from './config/voices-schema.js';
import type { Show, SoundFile, Voices } from './edition.js';
import { AudioEditionError, messageOf } from './errors.js';

/** What the environment says; read by the command line alone and passed on as a value. */
export interface Environment {
  readonly elevenLabsApiKey?: string;
  readonly elevenLabsBaseUrl?: string;
  readonly openAiApiKey?: string;
  readonly openAiBaseUrl?: string;
  readonly ffmpegPath?: string;
  /** `PATH`, where ffmpeg is looked for. */
  readonly searchPath?: string;
}

/** The settings of a run, resolved once: defaults < files < environment < flags. */
export interface Config {
  readonly show: Show;
  readonly voices: Voices;
  /** Name of the engine, or `auto`. */
  readonly engine: string;
  readonly environment: Environment;
}

export interface ConfigSources {
  /** `--voices`; else `voices.json` in `directory`; else the one that ships with the package. */
  readonly voicesFile?: string;
  /** `--show`; else the first `show.json` in `showDirectories`; else the defaults. */
  readonly showFile?: string;
  readonly engine?: string;
  /** Where the user stands. */
  readonly directory: string;
  readonly showDirectories?: readonly string[];
  readonly environment: Environment;
}

/** Reads a file as text; rejects with Node's error codes. */
export type ReadText = (file: string) => Promise<string>;

/**
 * Finds, reads and checks all settings.
 *
 * @throws AudioEditionError (`input`) that names the file, the line and the field at fault.
 */
export async function loadConfig(
  sources: ConfigSources,
  readText: ReadText = (file) => readFile(file, 'utf8'),
): Promise<Config> {
  const voices = await loadVoices(sources, readText);
  const show = await loadShow(sources, readText);
  return Object.freeze({
    show,
    voices,
    engine: sources.engine ?? voices.engine,
    environment: Object.freeze({ ...sources.environment }),
  });
}

/** Where the settings of voices and lexicon are read, and where changes to them belong. */
export interface VoicesPlace {
  readonly from: string;
  /** Another file than `from` where that ships with the package and so is nobody's own. */
  readonly file: string;
}

/** Finds the `voices.json` that `loadConfig` reads. */
export async function findVoices(
  sources: Pick<ConfigSources, 'voicesFile' | 'directory'>,
  readText: ReadText = (file) => readFile(file, 'utf8'),
): Promise<VoicesPlace> {
  const own = path.join(sources.directory, 'voices.json');
  const given =
    sources.voicesFile === undefined ? undefined : path.resolve(sources.directory, sources.voicesFile);
  const found = given ?? (await firstReadable([own], readText));
  return found === undefined ? { from: SHIPPED_VOICES_FILE, file: own } : { from: found, file: found };
}

async function loadVoices(sources: ConfigSources, readText: ReadText): Promise<Voices> {
  const file = sources.voicesFile ?? (await findVoices(sources, readText)).from;
  return Object.freeze(parseSettings(await readSettings(file, 'voices', readText), file, voicesSchema));
}

async function loadShow(sources: ConfigSources, readText: ReadText): Promise<Show> {
  const directories = sources.showDirectories ?? [sources.directory];
  const file =
    sources.showFile ??
    (await firstReadable(
      directories.map((directory) => path.join(directory, 'show.json')),
      readText,
    ));
  if (file === undefined) return DEFAULT_SHOW;
  const given = parseSettings(await readSettings(file, 'show', readText), file, showSchema);
  return Object.freeze(
    withAbsolutePaths(completeShow(given), path.resolve(sources.directory, path.dirname(file))),
  );
}

/** Fills in what a `show.json` leaves out; the author is the show itself unless one is named. */
function completeShow(given: Partial<Show>): Show {
  const title = given.title ?? DEFAULT_SHOW.title;
  return { ...DEFAULT_SHOW, author: title, ...given, title };
}

/** Paths in a settings file are meant from where that file lies. */
function withAbsolutePaths(show: Show, directory: string): Show {
  const resolve = (file: string) => path.resolve(directory, file);
  const sound = show.sound && {
    ...show.sound,
    ...mapSoundFiles(show.sound, (sound) => ({ ...sound, file: resolve(sound.file) })),
  };
  return {
    ...show,
    ...(show.artwork === undefined ? {} : { artwork: resolve(show.artwork) }),
    ...(sound === undefined ? {} : { sound }),
  };
}

function mapSoundFiles(
  sound: NonNullable<Show['sound']>,
  change: (sound: SoundFile) => SoundFile,
): Partial<Record<'intro' | 'outro' | 'transition' | 'bed', SoundFile>> {
  const places = ['intro', 'outro', 'transition', 'bed'] as const;
  return Object.fromEntries(
    places.flatMap((place) => {
      const file = sound[place];
      return file === undefined ? [] : [[place, change(file)]];
    }),
  );
}

async function firstReadable(files: readonly string[], readText: ReadText): Promise<string | undefined> {
  for (const file of files) {
    try {
      await readText(file);
      return file;
    } catch {
      // Not there: the next place is tried, and in the end the default.
    }
  }
  return undefined;
}

async function readSettings(file: string, kind: 'voices' | 'show', readText: ReadText): Promise<string> {
  try {
    return await readText(file);
  } catch (cause) {
    throw new AudioEditionError(
      `${file}: this ${kind} file can't be read (${messageOf(cause)}); check the path given with --${kind}.`,
      { code: 'settings-unreadable', stage: 'config', fault: 'input', cause, data: { file } },
    );
  }
}
