import { describe, expect, it } from 'vitest';
import { cleanAddress } from '../../src/issue/web-address.js';

/** Links as the services make them for one reader. */
const PERSONAL = [
  'https://substack.com/redirect/6f1c2f0e-77a1-4c55-9f0e-1f2a3b4c5d6e?j=eyJ1IjoiMWFiYzIifQ',
  'https://link.mail.beehiiv.com/ss/c/u001.dSnm3kaGd0BkNqLYPjeMf/4br/h1',
  'https://plum.us1.list-manage.com/track/click?u=1a2b&id=3c&e=4d5e',
  'https://u2020.ct.sendgrid.net/ls/click?upn=u001.AbCd',
  'https://url1234.plum.example/ls/click?upn=u001.AbCd',
  'https://click.convertkit-mail2.com/abc123/def456/aHR0cHM6Ly9wbHVtLmV4YW1wbGU',
  'https://d2v8.hubspotlinks.com/Ctc/GF+113/d2v8',
  'https://plum.createsend1.com/t/r-l-abcd/',
  'https://abc.r.us-east-1.awstrack.me/L0/https:%2F%2Fplum.example/1/0100',
  'https://email.plum.example/c/eJxVjk1uwyAQhU8z7LAGHGw',
  'https://r20.rs6.net/tn.jsp?f=001abc',
  'https://plum.example/u/Zm9vYmFyYmF6cXV4cXV1eGNvcmdlZ3JhdWx0Z2FycGx5d2FsZG8',
];

/** Addresses that carry the reader along, and what is left of them. */
const CLEANED: Readonly<Record<string, string>> = {
  'https://plum.example/p/jam?utm_source=mail&utm_medium=email&page=2': 'https://plum.example/p/jam?page=2',
  'https://open.substack.com/pub/plum/p/jam?utm_campaign=email-post&r=1abc2':
    'https://open.substack.com/pub/plum/p/jam',
  'https://plum.example/r/5f2c?m=0e6f1c2f-77a1-4c55-9f0e-1f2a3b4c5d6e': 'https://plum.example/r/5f2c',
  'https://mailchi.mp/plum/jam?e=4d5e6f': 'https://mailchi.mp/plum/jam',
  'https://plum.example/?session=Zm9vYmFyYmF6cXV4cXV1eGNvcmdlZ3JhdWx0Z2FycGx5': 'https://plum.example/',
  'https://joanna:secret@plum.example/jam': 'https://plum.example/jam',
};

const KEPT = [
  'https://plum.example/2026/11/20/why-the-plums-of-ludlow-ripen-late-and-what-the-growers-do',
  'https://go.dev/blog/',
  'https://link.springer.com/article/10.1007/s00425-026',
];

describe('addresses in mails', () => {
  it.each(PERSONAL)('%s is left out', (address) => expect(cleanAddress(address)).toBeUndefined());

  it.each(Object.entries(CLEANED))('%s becomes %s', (address, clean) =>
    expect(cleanAddress(address)).toBe(clean),
  );

  it.each(KEPT)('%s stays', (address) => expect(cleanAddress(address)).toBe(address));
});
