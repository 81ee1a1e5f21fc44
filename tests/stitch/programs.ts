/** The ffmpeg builds that tests run with: the one that npm installs is always there, the system's maybe not. */
import { Readable } from 'node:stream';
import { type Ffmpeg, findFfmpeg } from '../../src/stitch/ffmpeg.js';
import { MONO_KBPS } from '../../src/stitch/joint-stereo.js';
import { createFrameSplitter } from '../../src/stitch/mp3-frames.js';

/** From 2018, the oldest that has to work. */
export const installedFfmpeg: Ffmpeg = await findFfmpeg({ pathFolders: [] });

/** A current one, where the machine has it. */
export const systemFfmpeg: Ffmpeg | undefined = await findOnPath();

async function findOnPath(): Promise<Ffmpeg | undefined> {
  const found = await findFfmpeg({ pathFolders: (process.env['PATH'] ?? '').split(':') });
  return found.foundAs === 'PATH' ? found : undefined;
}

/** Samples at 44.1 kHz → mono MP3 frames, as they are encoded before they become joint stereo. */
export async function encodeMono(samples: Int16Array): Promise<Buffer[]> {
  const splitter = createFrameSplitter();
  const frames: Buffer[] = [];
  await installedFfmpeg.run({
    inputs: [
      {
        source: Readable.from([Buffer.from(samples.buffer)]),
        demuxer: 's16le',
        options: ['-ar', '44100', '-ac', '1'],
      },
    ],
    outputOptions: [
      ...['-c:a', 'libmp3lame', '-b:a', `${MONO_KBPS}k`],
      ...['-write_xing', '0', '-id3v2_version', '0', '-f', 'mp3'],
    ],
    output: (chunk) => frames.push(...splitter.push(chunk)),
  });
  return frames;
}

/** What ffmpeg's own decoder makes of a file, heeding its header: one channel, full scale = 1. */
export async function decodeByFfmpeg(ffmpeg: Ffmpeg, file: string, demuxer = 'mp3'): Promise<Float32Array> {
  const chunks: Buffer[] = [];
  await ffmpeg.run({
    inputs: [{ source: file, demuxer }],
    outputOptions: ['-map', '0:a:0', '-af', 'pan=mono|c0=c0', '-f', 'f32le'],
    output: (chunk) => chunks.push(chunk),
  });
  const bytes = Buffer.concat(chunks);
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}

/** Loudness and true peak after ffmpeg's `ebur128`, read from the values it leaves on the last frame. */
export async function measureByFfmpeg(ffmpeg: Ffmpeg, file: string, demuxer = 'mp3') {
  const chunks: Buffer[] = [];
  await ffmpeg.run({
    inputs: [{ source: file, demuxer }],
    outputOptions: [
      ...['-map', '0:a:0', '-af', 'ebur128=metadata=1:peak=true:dualmono=true,ametadata=mode=print:file=-'],
      ...['-f', 'null'],
    ],
    output: (chunk) => chunks.push(chunk),
  });
  const printed = Buffer.concat(chunks).toString('utf8');
  const last = (name: string) => Number([...printed.matchAll(new RegExp(`${name}=(\\S+)`, 'g'))].at(-1)?.[1]);
  const peaks = [...printed.matchAll(/true_peaks_ch\d=(\S+)/g)].map((match) => Number(match[1]));
  return { loudnessLufs: last('lavfi\\.r128\\.I'), truePeakDbtp: 20 * Math.log10(Math.max(...peaks)) };
}
