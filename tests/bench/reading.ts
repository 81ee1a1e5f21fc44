import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { DEFAULT_SHOW } from '../../src/config/defaults.js';
import type { Voices } from '../../src/edition.js';
import { readIssue } from '../../src/issue/index.js';
import { writeScript } from '../../src/script/index.js';
import { row } from './measure.js';

/** Issues with labelled blocks; they are not part of the project. */
const LABELLED = fileURLToPath(new URL('../../../shared/issues/labelled/', import.meta.url));

interface Label {
  readonly kind: string;
  readonly text: string;
}

/** What a way of reading got right on a set of issues. */
interface Score {
  readonly must: number;
  readonly found: number;
  readonly blocks: number;
  readonly mistakes: number;
  readonly issues: number;
  readonly clean: number;
}

/** Turns an issue's file into the paragraphs that it would speak. */
type Reader = (text: string, name: string) => Promise<readonly string[]>;

const READERS: Readonly<Record<string, Reader>> = {
  'audio-edition': speak,
  '@mozilla/readability': extract,
};

/** Prints recall, mistakes per 1,000 blocks and the share of clean issues, ours beside the obvious alternative's. */
export async function run(): Promise<void> {
  if (!existsSync(LABELLED)) {
    console.log('left out: reading of labelled issues, because ../shared/issues/labelled is not there');
    return;
  }
  for (const format of ['html', 'txt']) {
    for (const [name, reader] of Object.entries(READERS))
      print(`${format}, ${name}`, await score(format, reader));
  }
}

function print(label: string, { must, found, blocks, mistakes, issues, clean }: Score): void {
  const recall = `${((100 * found) / must).toFixed(2)}% of ${must} spoken`;
  const errors = `${((1000 * mistakes) / blocks).toFixed(1)} mistakes per 1,000 blocks`;
  row(label, `${recall}, ${errors}, clean ${((100 * clean) / issues).toFixed(0)}% of ${issues}`);
}

async function score(format: string, reader: Reader): Promise<Score> {
  const sum = { must: 0, found: 0, blocks: 0, mistakes: 0, issues: 0, clean: 0 };
  for (const file of readdirSync(LABELLED).filter((name) => name.endsWith(`.${format}`))) {
    const labels = labelsOf(file);
    const spoken = await reader(readFileSync(LABELLED + file, 'utf8'), file);
    const { must, found, wrong } = compare(labels, spoken, format);
    sum.must += must;
    sum.found += found;
    sum.blocks += labels.length;
    sum.mistakes += must - found + wrong;
    sum.issues++;
    if (must === found && wrong === 0) sum.clean++;
  }
  return sum;
}

function labelsOf(file: string): readonly Label[] {
  return (
    JSON.parse(readFileSync(LABELLED + file.replace(/\.\w+$/, '.json'), 'utf8')) as {
      blocks: readonly Label[];
    }
  ).blocks;
}

const MUTE: ReadonlySet<string> = new Set(['caption', 'widget', 'footer']);

/** Blocks that must be heard and are, as whole runs of words; and blocks that must not be heard and are. */
function compare(labels: readonly Label[], spoken: readonly string[], format: string) {
  const stream = ` ${spoken.map(wordsOf).join(' ')} `;
  const whole = new Set(spoken.map(wordsOf));
  const musts = labels
    .filter(({ kind }) => ['para', 'bullet', 'title'].includes(kind))
    .map(({ text }) => wordsOf(text));
  const mutes = labels
    .filter(({ kind }) => MUTE.has(kind) && !(kind === 'footer' && format === 'html'))
    .map(({ text }) => wordsOf(text));
  return {
    must: musts.length,
    found: musts.filter((words) => stream.includes(` ${words} `)).length,
    wrong: mutes.filter((words) => whole.has(words)).length,
  };
}

function wordsOf(text: string): string {
  const plain = text.normalize('NFKC').replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '');
  return (plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

async function speak(text: string, name: string): Promise<readonly string[]> {
  const voices = JSON.parse(readFileSync(new URL('../../voices.json', import.meta.url), 'utf8')) as Voices;
  const issue = await readIssue({ bytes: Buffer.from(text), name }, { today: '2026-01-01' });
  const script = writeScript(issue.value, { show: DEFAULT_SHOW, voices });
  return script.value.stories.flatMap((story) => story.segments.map((segment) => segment.source));
}

/** What a person would write in an afternoon: the article as Readability finds it, cut into paragraphs. */
async function extract(text: string, name: string): Promise<readonly string[]> {
  const html = name.endsWith('.html')
    ? text
    : `<article>${text
        .split(/\n+/)
        .map((line) => `<p>${line.replace(/</g, '&lt;')}</p>`)
        .join('')}</article>`;
  const { document } = parseHTML(html.includes('<html') ? html : `<html><body>${html}</body></html>`);
  const article = new Readability(document).parse();
  const { document: content } = parseHTML(`<html><body>${article?.content ?? ''}</body></html>`);
  const elements = [...content.querySelectorAll('p, li, h1, h2, h3, h4, h5, h6, figcaption, td')];
  return elements
    .filter((element) => !element.querySelector('p, li'))
    .map((element) => element.textContent ?? '');
}
