import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { LexiconEntry, Voices } from '../../edition.js';
import { AudioEditionError, messageOf } from '../../errors.js';

/** A lexicon read from a PLS file. */
export interface PlsLexicon {
  /** `xml:lang` of the file. */
  readonly language: string | undefined;
  readonly entries: Voices['lexicon'];
}

/**
 * Reads the text of a W3C PLS 1.0 file (https://www.w3.org/TR/pronunciation-lexicon/): every spelling of a
 * lexeme becomes an entry; its alias is what is said; its preferred or first phoneme is kept as IPA, or as CMU
 * phones where the file's alphabet says so. Throws `AudioEditionError` (`input`) when it is no PLS.
 */
export function readPls(xml: string): PlsLexicon {
  const reader = new PlsReader();
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw noPls(error.message, error);
  });
  parser.on('opentag', (tag) => reader.open(tag));
  parser.on('text', (text) => reader.text(text));
  parser.on('cdata', (text) => reader.text(text));
  parser.on('closetag', (tag) => reader.close(tag.name));
  try {
    parser.write(xml).close();
  } catch (error) {
    throw error instanceof AudioEditionError ? error : noPls(messageOf(error), error);
  }
  if (!reader.sawLexicon) throw noPls('it has no element <lexicon>', undefined);
  return { language: reader.language, entries: Object.fromEntries(reader.entries) };
}

function noPls(what: string, cause: unknown): AudioEditionError {
  return new AudioEditionError(`This is no PLS lexicon: ${what}. Give a W3C PLS 1.0 file.`, {
    code: 'pls-unreadable',
    stage: 'script',
    fault: 'input',
    cause,
  });
}

interface Lexeme {
  readonly graphemes: string[];
  alias?: string;
  phoneme?: { readonly text: string; readonly alphabet: string; readonly preferred: boolean };
}

class PlsReader {
  readonly entries: [string, LexiconEntry][] = [];
  language: string | undefined;
  sawLexicon = false;
  #alphabet = 'ipa';
  #lexeme: Lexeme | undefined;
  #element: SaxesTagPlain | undefined;
  #text = '';

  open(tag: SaxesTagPlain): void {
    this.#element = tag;
    this.#text = '';
    if (tag.name === 'lexicon') {
      this.sawLexicon = true;
      this.language = attribute(tag, 'xml:lang');
      this.#alphabet = attribute(tag, 'alphabet') ?? 'ipa';
    }
    if (tag.name === 'lexeme') this.#lexeme = { graphemes: [] };
  }

  text(text: string): void {
    this.#text += text;
  }

  close(name: string): void {
    const text = this.#text.trim().replace(/\s+/g, ' ');
    const lexeme = this.#lexeme;
    this.#text = '';
    if (lexeme === undefined) return;
    if (name === 'grapheme' && text !== '') lexeme.graphemes.push(text);
    if (name === 'alias') lexeme.alias ??= text;
    if (name === 'phoneme' && text !== '') this.#addPhoneme(lexeme, text);
    if (name === 'lexeme') this.#finish(lexeme);
  }

  #addPhoneme(lexeme: Lexeme, text: string): void {
    const tag = this.#element;
    const preferred = tag !== undefined && attribute(tag, 'prefer') === 'true';
    if (lexeme.phoneme !== undefined && !(preferred && !lexeme.phoneme.preferred)) return;
    const alphabet = (tag && attribute(tag, 'alphabet')) ?? this.#alphabet;
    lexeme.phoneme = { text, alphabet, preferred };
  }

  #finish(lexeme: Lexeme): void {
    this.#lexeme = undefined;
    for (const grapheme of lexeme.graphemes) this.entries.push([grapheme, entryOf(grapheme, lexeme)]);
  }
}

function entryOf(grapheme: string, lexeme: Lexeme): LexiconEntry {
  const say = lexeme.alias ?? grapheme;
  if (lexeme.phoneme === undefined) return say;
  const { text, alphabet } = lexeme.phoneme;
  return /cmu|arpabet/i.test(alphabet) ? { say, cmu: text } : { say, ipa: text };
}

function attribute(tag: SaxesTagPlain, name: string): string | undefined {
  const value = tag.attributes[name];
  return typeof value === 'string' ? value : undefined;
}
