import { describe, expect, it } from 'vitest';
import type { Voices } from '../../src/edition.js';
import { writeScript } from '../../src/script/index.js';
import { PAUSE_SECONDS, pauseSeconds } from '../../src/script/pauses.js';
import { read, SHOW, VOICES } from '../issue/reading.js';

const HTML =
  '<h2>Plums</h2><p>They are ripe.</p><h2>Jam</h2><p>We have it:</p><ul><li>It is sweet, as ever.</li></ul><h2>A message from Jars Ltd</h2><p>Buy jars.</p><h2>Pears</h2><p>They fall.</p>';

async function pauses(voices: Voices = VOICES, engine?: string): Promise<readonly (readonly number[])[]> {
  const options = { show: SHOW, voices, ...(engine === undefined ? {} : { engine }) };
  const { stories } = writeScript(await read(HTML), options).value;
  return stories.map(({ segments }) => segments.map(({ pauseAfterSeconds }) => pauseAfterSeconds));
}

describe('the pauses', () => {
  it('stand in one table, the weaker the boundary the shorter', () => {
    const { sentenceItem, segment, nestedItem, listItem, paragraph, heading, story, sponsor } = PAUSE_SECONDS;
    const order = [sentenceItem, segment, nestedItem, listItem, paragraph, heading, story, sponsor];
    expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
  });

  it('follow the boundary: heading, paragraph, lead-in, bullet, story, sponsor', async () => {
    expect(await pauses()).toEqual([
      [0.8, 1.4],
      [0.8, 0.4, 1.8],
      [0.8, 1.8],
      [0.8, 1.4],
    ]);
  });

  it('are scaled by the speed of the voice that speaks before them', async () => {
    const roles = {
      ...VOICES.roles,
      sponsor: { local: { voice: 'a', speed: 2 } },
      narrator: { local: { voice: 'b', speed: 0.8 } },
    };
    expect(await pauses({ ...VOICES, roles }, 'local')).toEqual([
      [1, 1.75],
      [1, 0.5, 2.25],
      [0.4, 0.9],
      [1, 1.75],
    ]);
    expect(await pauses({ ...VOICES, roles }, 'other')).toEqual(await pauses());
  });

  it('stay below three seconds, however slowly a voice speaks', () => {
    expect(pauseSeconds('sponsor', 0.25)).toBe(2.9);
  });
});
