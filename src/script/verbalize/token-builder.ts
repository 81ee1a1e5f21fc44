import type { SpeechToken } from '../../edition.js';
import { withMark } from './punctuation.js';

interface OpenToken {
  from: number;
  to: number;
  speech: string;
}

/** Marks behind which a new word begins even without a space. */
const SEPARATORS = new Set(['—', '―', '–', '/', '\\', '|', '…', '(', ')', '[', ']', '"', '“', '”']);

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
  /** Where marks began that wait for the word they open. */
  #prefixFrom: number | undefined;

  /** Adds words (none: an empty string) for a stretch of the source. */
  say(from: number, to: number, speech: string): void {
    const token = this.#open ?? this.#begin(from);
    token.to = to;
    if (speech === '') return;
    token.speech = token.speech === '' ? speech : `${token.speech} ${speech}`;
    this.#lastSpoken = token;
  }

  /** Adds a mark: what was written, and the mark that an engine gets for it (none: an empty string). */
  mark(from: number, to: number, mark: string, written: string): void {
    if (this.#lastSpoken !== undefined) this.#lastSpoken.speech = withMark(this.#lastSpoken.speech, mark);
    const owner = this.#open ?? (this.#waits(written) ? undefined : this.#tokens.at(-1));
    if (owner === undefined) this.#prefixFrom ??= from;
    else owner.to = Math.max(owner.to, to);
    if (SEPARATORS.has(written)) this.close();
  }

  /** Ends the token: white space, or a mark that parts words. */
  close(): void {
    this.#open = undefined;
  }

  finish(): SpeechToken[] {
    if (this.#prefixFrom !== undefined) this.#begin(this.#prefixFrom);
    return this.#tokens.map(({ from, to, speech }) => ({ source: [from, to], speech }));
  }

  #waits(written: string): boolean {
    return this.#prefixFrom !== undefined || OPENERS.has(written);
  }

  #begin(at: number): OpenToken {
    const from = this.#prefixFrom ?? at;
    const token = { from, to: at + 1, speech: '' };
    this.#prefixFrom = undefined;
    this.#tokens.push(token);
    this.#open = token;
    return token;
  }
}
