import type { Block, Issue, Script, Voices } from '../../src/edition.js';
import { type ReadOptions, readIssue } from '../../src/issue/index.js';
import { checkLedger, writeScript } from '../../src/script/index.js';

/** A day that no example names, so that a guessed date shows. */
export const TODAY = '2026-01-31';

export const SHOW = {
  title: 'The Plum',
  author: 'Ann',
  description: 'Plums.',
  language: 'en',
  categories: ['News'],
  explicit: false,
} as const;

export const VOICES: Voices = {
  engine: 'local',
  roles: { narrator: {}, letter: {}, sponsor: {}, guest: {} },
  lexicon: {},
};

/** Reads a text as if it stood in a file of this name. */
export async function read(text: string, name = 'issue', options: Partial<ReadOptions> = {}): Promise<Issue> {
  const result = await readIssue(
    { bytes: new TextEncoder().encode(text), name },
    { today: TODAY, ...options },
  );
  return result.value;
}

/** Reads a text and writes its script; the ledger is checked on the way, as the pipeline does. */
export async function scriptOf(
  text: string,
  name = 'issue',
  options: Partial<ReadOptions> = {},
): Promise<Script> {
  const issue = await read(text, name, options);
  const script = writeScript(issue, { show: SHOW, voices: VOICES }).value;
  checkLedger(issue, script);
  return script;
}

/** The script as lines that a person can compare: `kind title`, then what is said; announcements in brackets. */
export async function outlineOf(
  text: string,
  name = 'issue',
  options: Partial<ReadOptions> = {},
): Promise<readonly string[]> {
  const script = await scriptOf(text, name, options);
  return script.stories.flatMap((story) => [
    `${story.kind}: ${story.title}`,
    ...story.segments.map((segment) => `  ${segment.kind}: ${segment.source || `[${segment.speech}]`}`),
  ]);
}

/** What is left out, as `rule: text`. */
export async function droppedOf(
  text: string,
  name = 'issue',
  options: Partial<ReadOptions> = {},
): Promise<readonly string[]> {
  const script = await scriptOf(text, name, options);
  return script.dropped.filter((entry) => entry.text !== '').map((entry) => `${entry.rule}: ${entry.text}`);
}

/** The block with this text. */
export function blockOf(issue: Issue, text: string): Block {
  const block = issue.blocks.find((candidate) => candidate.text === text);
  if (!block)
    throw new Error(
      `no block "${text}" among ${issue.blocks.map((candidate) => candidate.text).join(' | ')}`,
    );
  return block;
}
