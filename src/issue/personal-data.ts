import type { Address, Email } from 'postal-mime';
import type { Block } from '../edition.js';
import { isGreeting } from '../newsletter-words.js';
import type { Reading } from './draft.js';
import { cleanAddress } from './web-address.js';

/** What keeps the reader to whom a mail was sent out of the issue. */
export interface PersonalData {
  /** A text of the mail with the reader's address replaced, however it is written. */
  readonly redacted: (text: string) => string;
  /** A reading without greetings by name and without links and pictures made for one reader. */
  readonly withoutReader: (reading: Reading) => Reading;
}

/** Gathers what a mail's headers say about its reader. */
export function personalData(email: Email): PersonalData {
  const readers = [...(email.to ?? []), ...(email.cc ?? []), ...(email.bcc ?? [])].flatMap(mailboxes);
  const addresses = [...readers.map(({ address }) => address), email.deliveredTo].filter((address) =>
    address?.includes('@'),
  );
  const names = readers.flatMap(({ name }) => namesIn(name));
  const pattern = patternOf(addresses.filter((address) => address !== undefined));
  const fullNames = fullNamesOf(readers, email.from);
  return {
    redacted: (text) => withoutNames(pattern ? text.replace(pattern, 'your address') : text, fullNames),
    withoutReader: (reading) => ({
      ...reading,
      blocks: reading.blocks.map((block) => impersonal(block, names)),
    }),
  };
}

function mailboxes(address: Address): readonly { readonly name: string; readonly address: string }[] {
  return address.group ?? [address];
}

/** First and last name as mailers print them in a mail's foot; not where the reader is the sender himself. */
function fullNamesOf(readers: readonly { readonly name: string }[], from: Email['from']): readonly string[] {
  const senders = from ? mailboxes(from).map(({ name }) => name) : [];
  return readers
    .map(({ name }) => name.trim())
    .filter((name) => /\p{L} +\p{L}/u.test(name) && !senders.includes(name));
}

function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replaceAll(name, 'your name'), text);
}

/** "Joanna Kowalska" → both, "Joanna", "Kowalska"; initials say nothing. */
function namesIn(name: string): readonly string[] {
  const parts = name.split(/[\s,]+/).filter((part) => /^\p{L}[\p{L}'’-]+$/u.test(part));
  return parts.map((part) => part.toLowerCase());
}

/** The addresses as written, and with `@` as URLs and HTML write it. */
function patternOf(addresses: readonly string[]): RegExp | undefined {
  if (addresses.length === 0) return undefined;
  const alternatives = addresses.map((address) =>
    address
      .split('@')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('(?:@|%40|&#64;|&#x40;|&commat;|=40)'),
  );
  return new RegExp(alternatives.join('|'), 'gi');
}

function impersonal(block: Block, names: readonly string[]): Block {
  const { links, picture, ...rest } = block;
  const kept = links?.flatMap(({ span, href }) => {
    const clean = cleanAddress(href);
    return clean ? [{ span, href: clean }] : [];
  });
  const url = picture && cleanAddress(picture.url);
  const clean: Block = {
    ...rest,
    ...(kept && kept.length > 0 ? { links: kept } : {}),
    ...(picture && url ? { picture: { ...picture, url } } : {}),
  };
  return isGreeting(block.text) && wordsOf(block.text).some((word) => names.includes(word))
    ? unnamed(clean, names)
    : clean;
}

/** "Hi Joanna," becomes "Hi,"; "Dear Joanna," says nothing without the name and is not spoken. */
function unnamed(block: Block, names: readonly string[]): Block {
  const { links: _links, emphasis: _emphasis, ...rest } = block;
  const text = block.text
    .replace(/\p{L}[\p{L}'’-]+/gu, (word) => (names.includes(word.toLowerCase()) ? '' : word))
    .replace(/\s+(?=[,!.:–—-]|$)/g, '')
    .replace(/,(?=[!.])/g, '');
  if (!/^dear\b/i.test(text)) return { ...rest, text };
  return { ...rest, text, kind: 'hidden', excluded: block.excluded ?? PERSONAL };
}

const PERSONAL = {
  rule: 'personal-greeting',
  reason: 'It greets one reader by name; the edition is for all.',
};

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}[\p{L}'’-]+/gu) ?? [];
}
