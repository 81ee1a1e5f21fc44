import type { Block, IssueHead, Notice } from '../edition.js';
import { AudioEditionError } from '../errors.js';
import { isCalendarDay, isoDate } from './dates.js';
import type { IssueDocument, ReadOptions } from './document.js';
import type { DocumentHead } from './draft.js';
import { slugOf, wishedSlug } from './slug.js';

/** The issue's title, date, slug and language: from the flags, else the document, else what comes closest. */
export function issueHead(
  document: IssueDocument,
  head: DocumentHead,
  blocks: readonly Block[],
  options: ReadOptions,
): { readonly value: IssueHead; readonly notices: readonly Notice[] } {
  const title =
    options.title ?? head.title ?? titleOfBlocks(blocks) ?? titleOfName(document.name) ?? firstWords(blocks);
  const known = knownDate(options.date, head.date);
  const date = known ?? options.today;
  const url = head.url ?? document.url;
  const value: IssueHead = {
    slug:
      options.slug === undefined
        ? slugOf(known ? `${known}-${title}` : title, 'issue')
        : wishedSlug(options.slug, 'issue'),
    title,
    date,
    language: languageTag(head.language) ?? options.language ?? 'en',
    ...(url ? { url } : {}),
    ...(head.picture ? { picture: head.picture } : {}),
  };
  return { value, notices: known ? [] : [guessedDate(date)] };
}

/** The tag in its canonical spelling (`en-us` → `en-US`); undefined for what is none. */
function languageTag(written: string | undefined): string | undefined {
  try {
    return written ? Intl.getCanonicalLocales(written.replace(/_/g, '-'))[0] : undefined;
  } catch {
    return undefined;
  }
}

function knownDate(flag: string | undefined, documented: string | undefined): string | undefined {
  if (flag === undefined) return documented;
  const day = isoDate(flag);
  if (day && isCalendarDay(day)) return day;
  throw new AudioEditionError(`The date "${flag}" is no day of the calendar; write it as YYYY-MM-DD.`, {
    code: 'date-invalid',
    stage: 'issue',
    fault: 'input',
  });
}

function guessedDate(date: string): Notice {
  return {
    code: 'date-guessed',
    message: `The issue names no date, so today's (${date}) is used; --date sets another.`,
  };
}

/** A first-level heading among the first blocks names the issue, if it is the only one of its kind. */
function titleOfBlocks(blocks: readonly Block[]): string | undefined {
  const tops = blocks.filter((block) => block.kind === 'heading' && block.level === 1 && !block.excluded);
  const [only] = tops;
  return tops.length === 1 && only && blocks.indexOf(only) < 6 ? oneLine(only.text) : undefined;
}

function titleOfName(name = ''): string | undefined {
  const stem = (name.split(/[\\/]/).pop() ?? '')
    .replace(/\.[^.]*$/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return stem === '' ? undefined : stem.charAt(0).toUpperCase() + stem.slice(1);
}

function firstWords(blocks: readonly Block[]): string {
  const spoken = blocks.filter((block) => !block.excluded);
  const first = spoken.find((block) => block.kind === 'heading') ?? spoken[0];
  const words = oneLine(first?.text ?? '').split(' ');
  return words.length > 8 ? `${words.slice(0, 8).join(' ')}…` : words.join(' ') || 'Untitled issue';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
