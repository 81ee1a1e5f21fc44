import type { Phones, SpeechToken } from '../../edition.js';
import { withMark } from './punctuation.js';

interface OpenToken {
  from: number;
  to: number;
  /** What is said, each with the space or hyphen before it; joined at the end, so that long runs stay linear. */
  readonly parts: string[];
  /** Of the first part; they hold for the token while nothing is added to it. */
  phones?: Phones;
}

/** Marks behind which a new word begins even without a space. */
const SEPARATORS = new Set(['—', '―', '–', '/', '\\', '|', '…', '...', '(', ')', '[', ']', '"', '“', '”']);

/** Marks that belong to the word that follows when they stand after a space. */
const OPENERS = new Set([...'([{"“„«‹‘‚\'`´¿¡•‣▪-—–「『（']);

/**
 * Collects what is said, piece by piece, into tokens that cover every visible character in order. A mark
 * belongs to the word it clings to; its pause is heard after the last word that was spoken.
 */
export class TokenBuilder {
  readonly #tokens: OpenToken[] = [];
  #open: OpenToken | undefined;
  #lastSpoken: OpenToken | undefined;
  /** Where marks stand that wait for the word they open. */
  #prefix: { readonly from: number; to: number } | undefined;

  /** Adds words (none: an empty string) for a stretch of the source; `hyphened`: a hyphen joins them to the word before. */
  say(from: number, to: number, speech: string, hyphened: boolean, phones?: Phones): void {
    const token = this.#open ?? this.#begin(from);
    token.to = to;
    if (speech === '') return;
    if (token.parts.length === 0 && phones !== undefined) token.phones = phones;
    token.parts.push(separator(token.parts.at(-1), speech, hyphened) + speech);
    this.#lastSpoken = token;
  }

  /** Adds a mark: what was written, and the mark that an engine gets for it (none: an empty string). */
  mark(from: number, to: number, mark: string, written: string): void {
    const parts = this.#lastSpoken?.parts;
    if (parts !== undefined) parts.push(withMark(parts.pop() ?? '', mark));
    const owner = this.#open ?? (this.#waits(written) ? undefined : this.#tokens.at(-1));
    if (owner !== undefined) owner.to = Math.max(owner.to, to);
    else if (this.#prefix !== undefined) this.#prefix.to = to;
    else if (to > from) this.#prefix = { from, to };
    if (SEPARATORS.has(written)) this.close();
  }

  /** Ends the token: white space, or a mark that parts words. */
  close(): void {
    this.#open = undefined;
  }

  finish(): SpeechToken[] {
    if (this.#prefix !== undefined) this.#begin(this.#prefix.from, this.#prefix.to);
    return this.#tokens.map(({ from, to, parts, phones }) => ({
      source: [from, to],
      speech: parts.join(''),
      ...(phones === undefined || parts.length > 1 ? {} : { phones }),
    }));
  }

  #waits(written: string): boolean {
    return this.#prefix !== undefined || OPENERS.has(written);
  }

  #begin(at: number, to = at + 1): OpenToken {
    const token = { from: this.#prefix?.from ?? at, to, parts: [] };
    this.#prefix = undefined;
    this.#tokens.push(token);
    this.#open = token;
    return token;
  }
}

/**
 * Words that were written with a hyphen between keep it; an ending clings to its word. The letter A is tied to
 * the word behind it, lest an engine take it for the article: "A-one hundred", not "a one hundred".
 */
function separator(before: string | undefined, speech: string, hyphened: boolean): string {
  if (before === undefined || speech.startsWith("'")) return '';
  if (/^\s?A$/.test(before) && /^(?!to$)\p{Ll}/u.test(speech)) return '-';
  const words = /\p{L}{2}$|^\s?\p{L}$/u.test(before) && /^\p{Ll}{2}|^\p{Lu}\p{Ll}/u.test(speech);
  return hyphened && words ? '-' : ' ';
}
