import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_EDITS } from '../../src/edits/edits.js';
import {
  type EditionState,
  historyBefore,
  readHistory,
  readState,
} from '../../src/pipeline/edition-state.js';
import { openDiskStore } from '../../src/store/disk/disk-store.js';

let output: string;
beforeEach(async () => {
  output = await mkdtemp(path.join(os.tmpdir(), 'state-'));
});
afterEach(() => rm(output, { recursive: true }));

const issue = { slug: 'tides', title: 'Tides', date: '2026-03-04', language: 'en', blocks: [] };

function state(take: string): EditionState {
  const script = { issue, stories: [], dropped: [] };
  return { schema: 1, issue, script, notices: [], edits: NO_EDITS, takes: { 'a/1': take }, encoded: [] };
}

async function keep(files: Readonly<Record<string, string>>) {
  const folder = path.join(output, '.audio-edition/editions/tides');
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  return openDiskStore(output);
}

describe('what an edition was made from', () => {
  it('is read again, and joins the history when something new is published', async () => {
    const store = await keep({ 'state.json': JSON.stringify(state('one')) });
    expect(await readState(store, 'tides')).toEqual(state('one'));
    expect(await readHistory(store, 'tides')).toEqual([]);
    expect(await historyBefore(store, 'tides', state('two'))).toEqual([state('one')]);
    expect(await historyBefore(store, 'tides', state('one'))).toBeUndefined();
  });

  it.each(['state.json', 'former.json'])('that is damaged is named, with what to do: %s', async (name) => {
    const store = await keep({ 'state.json': JSON.stringify(state('one')), [name]: '{"schema": 1,' });
    const reading = name === 'state.json' ? readState(store, 'tides') : readHistory(store, 'tides');
    await expect(reading).rejects.toMatchObject({ code: 'state-damaged', fault: 'input' });
    await expect(reading).rejects.toThrow(`.audio-edition/editions/tides/${name} in ${output} is damaged`);
  });

  it('that is damaged holds up no build', async () => {
    const store = await keep({ 'state.json': '{' });
    expect(await historyBefore(store, 'tides', state('two'))).toEqual([]);
  });
});
