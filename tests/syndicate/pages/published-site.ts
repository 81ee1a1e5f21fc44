import { createHash } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Show } from '../../../src/edition.js';
import { openDiskStore } from '../../../src/store/disk/disk-store.js';
import {
  type EditionInput,
  editionBefore,
  publishEdition,
  readWebFiles,
  renderEdition,
} from '../../../src/syndicate/index.js';
import { bundleWeb } from '../../../src/web/build/bundle.js';
import { episodeOf, ISSUE, SHOW, STORIES } from '../sample-edition.js';

const SAMPLE_RATE_HZ = 8000;

/** Publishes a sample edition with the built player into a new folder; returns the folder. */
export async function publishSite(more: Partial<EditionInput> = {}, show: Show = SHOW): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'site-'));
  await bundleWeb(path.join(folder, 'web'));
  const output = path.join(folder, 'output');
  await publishInto(output, more, show);
  return output;
}

/** Publishes one more edition into the folder of `publishSite`. */
export async function publishInto(
  output: string,
  more: Partial<EditionInput>,
  show: Show = SHOW,
): Promise<void> {
  const store = openDiskStore(output);
  const lock = await store.lock({ owner: 'test' });
  const issue = more.issue ?? ISSUE;
  const before = await editionBefore(store, issue);
  const episode = episodeOf(STORIES, issue.slug);
  const sound = silence(episode.durationSeconds);
  const described = { bytes: sound.length, sha256: createHash('sha256').update(sound).digest('hex') };
  const audio = { ...episode.audio, ...described };
  const input = {
    issue,
    episode: { ...episode, audio },
    show,
    notices: [],
    audioFiles: [{ name: audio.file, ...described }],
    ...(before === undefined ? {} : { before }),
  };
  const rendered = renderEdition({ ...input, ...more });
  const files = await readWebFiles(path.join(path.dirname(output), 'web'));
  await publishEdition(store, lock, rendered, [{ name: audio.file, content: sound }], { show, files });
  await lock.release();
}

/** Silent sound as a WAV file: browsers look at the bytes, not at the name. */
function silence(durationSeconds: number): Buffer {
  const data = Buffer.alloc(Math.round(durationSeconds * SAMPLE_RATE_HZ), 128);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(SAMPLE_RATE_HZ, 24);
  head.writeUInt32LE(SAMPLE_RATE_HZ, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}
