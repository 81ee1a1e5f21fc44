/** The episode in other formats, for `podcast:alternateEnclosure`: M4B and Opus with the same chapters inside. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { EditionAudio, Episode, IssueHead, Show } from '../edition.js';
import { AudioEditionError } from '../errors.js';
import { chaptersOf } from './chapters.js';
import { removeQuietly, temporaryName } from './disk.js';
import { readFfmetadataChapters, writeFfmetadata, writeFfmetadataComments } from './ffmetadata.js';
import type { Ffmpeg } from './ffmpeg.js';
import { contentKey } from './kept-frames.js';
import { measureDecoded } from './measure-decoded.js';
import { levelsOf } from './mp3-meter.js';
import { sameChapters } from './read-back.js';

/** The formats that an episode can have beside MP3. */
export type AlternateFormat = 'm4b' | 'opus';

interface FormatFacts {
  readonly mimeType: string;
  readonly demuxer: string;
  readonly encoder: string;
  readonly options: readonly string[];
  /** The form in which tags and chapters are given to ffmpeg. */
  readonly describe: typeof writeFfmetadata;
}

/** The names of the formats, for command lines. */
const ALTERNATE_FORMATS = ['m4b', 'opus'] as const satisfies readonly AlternateFormat[];

/** The formats that an edition already has. */
export function formatsOf(edition: Pick<Episode, 'alternates'> | undefined): AlternateFormat[] {
  const files = edition?.alternates?.map(({ file }) => file) ?? [];
  return ALTERNATE_FORMATS.filter((format) => files.some((file) => file.endsWith(`.${format}`)));
}

/** Both carry two equal channels, so that they read as loud as the MP3. */
const FORMATS: Readonly<Record<AlternateFormat, FormatFacts>> = {
  m4b: {
    mimeType: 'audio/mp4',
    demuxer: 'mov',
    encoder: 'aac',
    options: [
      // The MP3's cover, where it has one; it stays the picture that it is.
      ...['-map', '0:v:0?', '-c:v', 'copy', '-disposition:v', 'attached_pic'],
      ...['-map_chapters', '1', '-c:a', 'aac', '-b:a', '96k', '-movflags', '+faststart', '-f', 'ipod'],
    ],
    describe: writeFfmetadata,
  },
  opus: {
    mimeType: 'audio/ogg',
    demuxer: 'ogg',
    encoder: 'libopus',
    options: ['-map_chapters', '-1', '-c:a', 'libopus', '-b:a', '48k', '-f', 'ogg'],
    describe: writeFfmetadataComments,
  },
};

export interface AlternateOptions {
  readonly ffmpeg: Ffmpeg;
  readonly keepFolder: string;
  /** Where the episode's MP3 lies; the others are put beside it. */
  readonly stagingFolder: string;
  readonly show: Pick<Show, 'title' | 'author'>;
  readonly signal?: AbortSignal;
}

/**
 * Encodes the finished episode once more for each format, or finds it kept; chapters are read back and compared.
 * @throws AudioEditionError `encoder-missing` (input), `chapters-differ`, those of ffmpeg and of the disk.
 */
export async function encodeAlternates(
  issue: IssueHead,
  episode: Episode,
  formats: readonly AlternateFormat[],
  options: AlternateOptions,
): Promise<EditionAudio[]> {
  const alternates: EditionAudio[] = [];
  for (const format of new Set(formats)) {
    const file = `${issue.slug}.${format}`;
    const target = path.join(options.stagingFolder, file);
    const kept = path.join(
      options.keepFolder,
      `${contentKey([RECIPE, format, episode.audio.sha256])}.${format}`,
    );
    if (!(await exists(kept))) await encode(issue, episode, format, kept, options);
    await copyFile(kept, target);
    alternates.push({
      file,
      mimeType: FORMATS[format].mimeType,
      ...(await describe(target, format, options)),
    });
  }
  return alternates;
}

/** Change it whenever the same episode would give other bytes. */
const RECIPE = 2;

async function encode(
  issue: IssueHead,
  episode: Episode,
  format: AlternateFormat,
  kept: string,
  options: AlternateOptions,
): Promise<void> {
  const { encoder, options: encoding, describe: describeInText } = FORMATS[format];
  if (!(await options.ffmpeg.encoders()).has(encoder)) throw encoderMissing(format, encoder, options.ffmpeg);
  const chapters = chaptersOf(episode.stories, episode.durationSeconds);
  const tags = {
    title: issue.title,
    artist: options.show.author,
    album: options.show.title,
    date: issue.date,
  };
  const temporary = temporaryName(kept);
  try {
    await options.ffmpeg.run({
      inputs: [
        { source: path.join(options.stagingFolder, episode.audio.file), demuxer: 'mp3' },
        { source: Readable.from([Buffer.from(describeInText(tags, chapters))]), demuxer: 'ffmetadata' },
      ],
      outputOptions: ['-map', '0:a:0', '-map_metadata', '1', ...encoding],
      output: temporary,
      ...signalOf(options),
    });
    const written = await readChapters(temporary, format, options);
    if (!sameChapters(chapters, written)) throw chaptersDiffer(format);
    await rename(temporary, kept);
  } finally {
    await removeQuietly(temporary);
  }
}

async function readChapters(file: string, format: AlternateFormat, options: AlternateOptions) {
  const chunks: Buffer[] = [];
  await options.ffmpeg.run({
    inputs: [{ source: file, demuxer: FORMATS[format].demuxer }],
    outputOptions: ['-map_metadata', '0', '-map_chapters', '0', '-f', 'ffmetadata'],
    output: (chunk) => chunks.push(chunk),
    ...signalOf(options),
  });
  return readFfmetadataChapters(Buffer.concat(chunks).toString('utf8'));
}

async function describe(file: string, format: AlternateFormat, options: AlternateOptions) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  const source = { file, demuxer: FORMATS[format].demuxer };
  const measured = await measureDecoded(options.ffmpeg, source, options.signal);
  return { bytes: (await stat(file)).size, sha256: hash.digest('hex'), ...levelsOf(measured) };
}

function signalOf({ signal }: AlternateOptions): { signal?: AbortSignal } {
  return signal ? { signal } : {};
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

function encoderMissing(format: AlternateFormat, encoder: string, ffmpeg: Ffmpeg): AudioEditionError {
  return new AudioEditionError(
    `ffmpeg at "${ffmpeg.path}" has no encoder "${encoder}", which the format ${format} needs. Let FFMPEG_PATH name one that has.`,
    { code: 'encoder-missing', stage: 'stitch', fault: 'input' },
  );
}

function chaptersDiffer(format: AlternateFormat): AudioEditionError {
  return new AudioEditionError(
    `The chapters read back from the ${format} file are not the ones that were written.`,
    {
      code: 'chapters-differ',
      stage: 'stitch',
    },
  );
}
