/**
 * The only file that starts ffmpeg, and the only one that imports fluent-ffmpeg.
 *
 * Everything goes through {@link Ffmpeg.run}: an array of arguments, never a shell; names get `file:` in
 * front, so that neither a leading `-` nor a `:` means anything; inputs name their demuxer and may open
 * nothing but files and pipes, so that a "sound file" that is a playlist reads and fetches nothing
 * (CVE-2016-1897, CVE-2017-9993).
 */
import { access, constants, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Readable, Writable } from 'node:stream';
import { AudioEditionError, messageOf } from '../errors.js';

/** One stream that ffmpeg reads. */
export interface FfmpegInput {
  /** Samples or a file's bytes as they come, or the path of a file. */
  readonly source: Readable | string;
  /** ffmpeg's name of the container or raw format: `mp3`, `s16le`, … Never guessed by ffmpeg. */
  readonly demuxer: string;
  /** Further input options, e.g. `['-ar', '16000']`. */
  readonly options?: readonly string[];
}

/** One run of ffmpeg: inputs, what to do, and where the result goes. */
export interface FfmpegJob {
  /** At most one input may be a stream: ffmpeg has one standard input. */
  readonly inputs: readonly FfmpegInput[];
  /** Output options, with `-f` for the muxer. */
  readonly outputOptions: readonly string[];
  /** Where the bytes go: called chunk by chunk, the next when the last is done with; or the path of a file. */
  readonly output: TakeChunk | string;
  /** Ends the process. */
  readonly signal?: AbortSignal;
}

/** Takes one portion of what ffmpeg gives out; a promise is waited for; what it throws ends ffmpeg and is thrown by the run. */
export type TakeChunk = (chunk: Buffer) => unknown;

/** A found ffmpeg. */
export interface Ffmpeg {
  readonly path: string;
  /** Which rule found it, for messages. */
  readonly foundAs: 'FFMPEG_PATH' | 'PATH' | '@ffmpeg-installer/ffmpeg';
  /**
   * Names of the encoders it was built with; runs it once and remembers.
   * @throws AudioEditionError `ffmpeg-not-runnable` (input) where it doesn't start.
   */
  encoders(): Promise<ReadonlySet<string>>;
  /** Asks ahead what the first run would have to ask (two starts of ffmpeg, 0.2 s each); what fails is told there. */
  warmUp(): void;
  /** @throws AudioEditionError `ffmpeg-failed` with ffmpeg's last words, or `interrupted`. */
  run(job: FfmpegJob): Promise<void>;
}

export interface FindFfmpegOptions {
  /** The value of `FFMPEG_PATH`; when given, nothing else is tried. */
  readonly ffmpegPath?: string | undefined;
  /** The folders of `PATH`, in order. */
  readonly pathFolders: readonly string[];
}

/**
 * Finds ffmpeg without starting it: `FFMPEG_PATH`, else the `PATH`, else the build that npm installed
 * (from 2018; it encodes at a third of a current one's speed, so it comes last).
 * @throws AudioEditionError `ffmpeg-not-found` (input).
 */
export async function findFfmpeg(options: FindFfmpegOptions): Promise<Ffmpeg> {
  const named = options.ffmpegPath?.trim();
  if (named) {
    if (await isExecutableFile(named)) return new FfmpegProgram(named, 'FFMPEG_PATH');
    throw notFound(`FFMPEG_PATH says "${named}", but no program lies there. Correct it, or unset it.`);
  }
  const onPath = await firstExecutable(options.pathFolders.map((folder) => path.join(folder, programName)));
  if (onPath) return new FfmpegProgram(onPath, 'PATH');
  const installed = installedFfmpegPath();
  if (installed && (await isExecutableFile(installed))) {
    return new FfmpegProgram(installed, '@ffmpeg-installer/ffmpeg');
  }
  throw notFound('No ffmpeg was found. Install ffmpeg, or let FFMPEG_PATH name the program.');
}

const programName = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';

class FfmpegProgram implements Ffmpeg {
  private encodersFound: Promise<ReadonlySet<string>> | undefined;

  constructor(
    readonly path: string,
    readonly foundAs: Ffmpeg['foundAs'],
  ) {}

  encoders(): Promise<ReadonlySet<string>> {
    this.encodersFound ??= this.ask();
    return this.encodersFound;
  }

  warmUp(): void {
    this.encoders().catch(() => undefined);
  }

  async run(job: FfmpegJob): Promise<void> {
    await this.encoders();
    job.signal?.throwIfAborted();
    const command = await this.command(job);
    const sink = typeof job.output === 'string' ? undefined : chunkSink(job.output);
    await new Promise<void>((resolve, reject) => {
      const abort = () => command.kill('SIGKILL');
      const settle = (outcome: () => void) => {
        job.signal?.removeEventListener('abort', abort);
        outcome();
      };
      job.signal?.addEventListener('abort', abort, { once: true });
      command
        .on('start', () => job.signal?.aborted && abort())
        // The process may be gone before its last bytes have been taken.
        .on('end', () =>
          settle(() => (sink?.writableFinished === false ? sink.once('finish', resolve) : resolve())),
        )
        .on('error', (error: Error, _stdout, stderr) =>
          settle(() => reject(job.signal?.aborted ? job.signal.reason : this.failure(error, stderr))),
        );
      if (sink) command.pipe(sink, { end: true });
      else command.save(`file:${job.output}`);
    });
  }

  private async command(job: FfmpegJob) {
    const { default: createCommand } = await import('fluent-ffmpeg');
    const command = createCommand({ stdoutLines: 200 }).setFfmpegPath(this.path);
    for (const input of job.inputs) {
      command.input(typeof input.source === 'string' ? `file:${input.source}` : input.source);
      command.inputOptions('-protocol_whitelist', 'file,pipe', ...(input.options ?? []), '-f', input.demuxer);
    }
    return command.outputOptions('-hide_banner', '-nostats', '-loglevel', 'error', ...job.outputOptions);
  }

  /** fluent-ffmpeg asks for both before its first run, one after the other, and remembers the answers. */
  private async ask(): Promise<ReadonlySet<string>> {
    const { default: createCommand } = await import('fluent-ffmpeg');
    const command = createCommand().setFfmpegPath(this.path);
    const [encoders] = await Promise.all([
      new Promise<ReadonlySet<string>>((resolve, reject) => {
        command.getAvailableEncoders((error, found) =>
          error ? reject(this.notRunnable(error)) : resolve(new Set(Object.keys(found))),
        );
      }),
      new Promise<void>((resolve, reject) => {
        command.getAvailableFormats((error) => (error ? reject(this.notRunnable(error)) : resolve()));
      }),
    ]);
    return encoders;
  }

  private notRunnable(cause: Error): AudioEditionError {
    return new AudioEditionError(
      `ffmpeg at "${this.path}" (found by ${this.foundAs}) does not run: ${messageOf(cause)}. ` +
        'Install ffmpeg, or let FFMPEG_PATH name a program that works.',
      { code: 'ffmpeg-not-runnable', stage: 'stitch', fault: 'input', cause },
    );
  }

  private failure(cause: Error, stderr: string | null): unknown {
    const ours = streamErrorOf(cause);
    if (ours) return ours;
    const words = lastWords(stderr ?? '') || cause.message;
    const full = /No space left on device/i.test(words);
    return new AudioEditionError(
      full
        ? 'The disk is full, so ffmpeg could not write. Make room and run the same command again.'
        : `ffmpeg failed. Its last words: "${words}".`,
      { code: full ? 'disk-full' : 'ffmpeg-failed', stage: 'stitch', cause, data: { ffmpeg: this.path } },
    );
  }
}

/**
 * fluent-ffmpeg takes the sink's `close` for a listener that went away and kills ffmpeg 20 ms later, also when
 * the process has only not been reaped yet on a busy machine; so this sink never emits it.
 */
function chunkSink(take: TakeChunk): Writable {
  return new Writable({
    emitClose: false,
    autoDestroy: false,
    write(chunk: Buffer, _encoding, done) {
      Promise.resolve(chunk)
        .then(take)
        .then(() => done(), done);
    },
  });
}

/** The error of whoever feeds ffmpeg or takes its bytes, which fluent-ffmpeg wraps into one of its own. */
function streamErrorOf(error: Error): unknown {
  if ('inputStreamError' in error) return error.inputStreamError;
  return 'outputStreamError' in error ? error.outputStreamError : undefined;
}

/** The last lines that ffmpeg printed, without the addresses and names in front, as one line. */
function lastWords(stderr: string): string {
  return stderr
    .split('\n')
    .map((line) => line.replace(/^\[[^\]]*\]\s*/, '').trim())
    .filter((line) => line !== '' && !/^Conversion failed!?$/.test(line))
    .slice(-3)
    .join(' / ');
}

function installedFfmpegPath(): string | undefined {
  try {
    const installer = createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg') as { path: string };
    return installer.path;
  } catch {
    // The package throws on platforms that it has no build for; then there is none.
    return undefined;
  }
}

async function firstExecutable(candidates: readonly string[]): Promise<string | undefined> {
  for (const candidate of candidates) if (await isExecutableFile(candidate)) return candidate;
  return undefined;
}

async function isExecutableFile(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

function notFound(message: string): AudioEditionError {
  return new AudioEditionError(message, { code: 'ffmpeg-not-found', stage: 'stitch', fault: 'input' });
}
