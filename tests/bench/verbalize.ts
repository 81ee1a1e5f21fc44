import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compileLexicon, speechOf, verbalize } from '../../src/script/verbalize/index.js';

const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));
const SCORER = `${SHARED}tools/score-verbalize.mjs`;
const PAIRS = ['suites', 'newsletter'];
const ISSUES = `${SHARED}issues/labelled/`;

/** Text for the measurement of speed where no issues are at hand: words, numbers, names, signs. */
const SAMPLE =
  'On March 4, 2025, the company raised $2.5 billion (about €2.3bn) at a $40B valuation. Its model, Atlas-3.5-70B, ' +
  'scored 78.4% on the test; that’s 10x cheaper than others, the authors say. ';

interface Pair {
  readonly category: string;
  readonly written: string;
  readonly spoken: readonly string[];
}

const lexicon = compileLexicon({});

/** Accuracy by class on the written and spoken pairs beside the repository, and speed on one core. */
export async function run(): Promise<void> {
  if (existsSync(SCORER)) await printAccuracy();
  else console.log('Accuracy: left out, for the pairs in ../shared are not here.');
  printSpeed();
}

async function printAccuracy(): Promise<void> {
  const { canon } = (await import(pathToFileURL(SCORER).href)) as { canon: (text: string) => string };
  for (const name of PAIRS) {
    const pairs = readFileSync(`${SHARED}verbalize/${name}.jsonl`, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Pair);
    const right = pairs.filter(({ written, spoken }) => spoken.map(canon).includes(canon(say(written))));
    for (const category of [...new Set(pairs.map((pair) => pair.category))].sort()) {
      const of = (list: readonly Pair[]) => list.filter((pair) => pair.category === category).length;
      console.log(`  ${category.padEnd(18)} ${percent(of(right), of(pairs))}`);
    }
    console.log(`${name.padEnd(20)} ${percent(right.length, pairs.length)}`);
  }
}

function say(text: string): string {
  return speechOf(verbalize(text, { language: 'en', lexicon }).tokens);
}

function percent(right: number, total: number): string {
  return `${((100 * right) / total).toFixed(1).padStart(5)}% of ${total}`;
}

/** The first round warms up; the processor's time counts, so that other work does not. */
function printSpeed(): void {
  const texts = issueTexts();
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  let seconds = 0;
  for (let round = 0; round < 3; round += 1) {
    const before = process.cpuUsage().user;
    for (const text of texts) verbalize(text, { language: 'en', lexicon, kind: 'paragraph' });
    seconds = (process.cpuUsage().user - before) / 1e6;
  }
  console.log(
    `speed                ${(bytes / 1e6 / seconds).toFixed(1)} MB/s on ${(bytes / 1e6).toFixed(2)} MB`,
  );
}

function issueTexts(): readonly string[] {
  if (!existsSync(ISSUES)) return Array.from({ length: 2_000 }, () => SAMPLE);
  return readdirSync(ISSUES)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const { blocks } = JSON.parse(readFileSync(ISSUES + name, 'utf8')) as { blocks: { text?: string }[] };
      return blocks.map(({ text = '' }) => text);
    });
}
