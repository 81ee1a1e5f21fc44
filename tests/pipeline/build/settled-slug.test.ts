import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withSettledSlug } from '../../../src/pipeline/build/settled-slug.js';
import { openDiskStore } from '../../../src/store/disk/disk-store.js';

const SLUG = 'why-the-ferry-was-late-again-and-what-the-harbour-master';
const LONGER = `${SLUG}-said-about-it`;
const TITLE = 'Why the ferry was late again, and what the harbour master said about it';

let output: string;
beforeEach(async () => {
  output = await mkdtemp(path.join(os.tmpdir(), 'settled-'));
});
afterEach(() => rm(output, { recursive: true }));

async function publish(slug: string, title: string, date = '2026-05-03'): Promise<void> {
  await mkdir(path.join(output, slug));
  const manifest = { schema: 1, slug, title, date, audio: { sha256: '0' }, stories: [] };
  await writeFile(path.join(output, slug, 'edition.json'), JSON.stringify(manifest));
}

async function settled(): Promise<string> {
  const issue = { slug: SLUG, title: TITLE, date: '2026-05-03', language: 'en', blocks: [] };
  return (await withSettledSlug({ value: issue, notices: [] }, openDiskStore(output))).value.slug;
}

describe('withSettledSlug', () => {
  it('leaves a new issue alone', async () => {
    expect(await settled()).toBe(SLUG);
    await publish('why-the-ferry', 'Why the ferry');
    expect(await settled()).toBe(SLUG);
  });

  it('keeps the longer slug of an edition that was published when slugs were longer', async () => {
    await publish(LONGER, TITLE);
    expect(await settled()).toBe(LONGER);
  });

  it('takes no other edition for it', async () => {
    await publish(LONGER, TITLE, '2025-05-03');
    expect(await settled()).toBe(SLUG);
    await publish(
      `${SLUG}-did-not-say`,
      'Why the ferry was late again, and what the harbour master did not say',
    );
    expect(await settled()).toBe(SLUG);
    await publish(SLUG, 'Another title');
    expect(await settled()).toBe(SLUG);
  });
});
