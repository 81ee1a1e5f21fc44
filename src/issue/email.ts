import type { Email } from 'postal-mime';
import { AudioEditionError } from '../errors.js';
import { isoDate } from './dates.js';
import { type IssueDocument, nameOf } from './document.js';
import type { DocumentHead, Reading } from './draft.js';
import { type HtmlOptions, readHtml } from './html/read-html.js';
import { personalData } from './personal-data.js';
import { readText } from './text/read-text.js';

/** Far above what mail programs write, far below what overflows a stack. */
const LIMITS = { maxNestingDepth: 64, maxHeadersSize: 1_000_000 } as const;

/** An HTML part with less than this share of the text part's characters is only a shell. */
const LEAST_HTML_SHARE = 0.2;

/**
 * Reads a mail as saved (`.eml`): the HTML part, else the text part; title and date from the headers. Who received
 * it, and links made for that one reader, do not get into the issue.
 */
export async function readEmail(document: IssueDocument, options: HtmlOptions = {}): Promise<Reading> {
  const email = await parse(document);
  const personal = personalData(email);
  const reading = readBody(email, personal.redacted, options);
  return {
    ...personal.withoutReader(reading),
    head: { ...reading.head, ...headOf(email, personal.redacted) },
  };
}

async function parse(document: IssueDocument): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime');
  try {
    return await PostalMime.parse(withoutMboxLine(document.bytes), LIMITS);
  } catch (error) {
    throw new AudioEditionError(
      `${nameOf(document)} looks like an e-mail but can't be read as one; save it again from the mail program.`,
      {
        code: 'email-broken',
        stage: 'issue',
        fault: 'input',
        cause: error,
      },
    );
  }
}

/** Mailbox files put a line "From sender date" before the headers. */
function withoutMboxLine(bytes: Uint8Array): Uint8Array {
  const isMbox = new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === 'From ';
  return isMbox ? bytes.subarray(bytes.indexOf(0x0a) + 1) : bytes;
}

function readBody(email: Email, redacted: (text: string) => string, options: HtmlOptions): Reading {
  const html = email.html ? readHtml(redacted(email.html), options) : undefined;
  const text = email.text?.trim() ? readText(redacted(email.text.replace(/\r\n?/g, '\n'))) : undefined;
  if (!html) return text ?? { head: {}, blocks: [], notices: [] };
  const isShell = text && characters(html) < characters(text) * LEAST_HTML_SHARE;
  return isShell ? text : html;
}

function characters(reading: Reading): number {
  return reading.blocks.reduce((sum, block) => sum + (block.excluded ? 0 : block.text.length), 0);
}

/** The day is the sender's own, as the header writes it, not the one in UTC. */
function headOf(email: Email, redacted: (text: string) => string): DocumentHead {
  const written = email.headers.find((header) => header.key === 'date')?.value ?? '';
  const date = isoDate(written) ?? isoDate(email.date ?? '');
  const title = redacted(email.subject ?? '')
    .replace(/^(?:(?:fwd?|re|wg|aw)\s*:\s*)+/i, '')
    .trim();
  return { ...(title ? { title } : {}), ...(date ? { date } : {}) };
}
