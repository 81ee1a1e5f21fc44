import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SHOW } from '../../src/config/defaults.js';
import type { Voices } from '../../src/edition.js';
import { readIssue } from '../../src/issue/index.js';
import { writeScript } from '../../src/script/index.js';

const voices: Voices = {
  engine: 'local',
  roles: { narrator: { local: { voice: 'slt' } }, guest: { local: { voice: 'rms' } } },
  lexicon: {},
};

describe('the README’s example of the publisher’s marks', () => {
  it('does what the README says', async () => {
    const readme = await readFile('README.md', 'utf8');
    const section = readme.slice(readme.indexOf('## Say yourself'), readme.indexOf('## Fix one story'));
    const html = /```html\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
    const issue = await readIssue(
      { bytes: Buffer.from(`<h1>Marks</h1>${html}`), name: 'm.html' },
      { today: '2026-01-01' },
    );
    const { stories, dropped } = writeScript(issue.value, { show: DEFAULT_SHOW, voices }).value;
    const spoken = stories.flatMap(({ segments }) => segments);
    expect(dropped.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Vote below!', 'This table is for those who look.']),
    );
    expect(spoken.map(({ speech }) => speech)).toContain('Water is H two O to a chemist.');
    expect(spoken.find(({ source }) => source.startsWith('I have kept'))?.role).toBe('guest');
    expect(stories.map(({ title }) => title)).toContain('The weather');
  });
});
