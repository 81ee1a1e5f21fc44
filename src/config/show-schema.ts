import * as v from 'valibot';
import type { Show } from '../edition.js';

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'));
const webAddress = v.pipe(v.string(), v.url('must be a web address (https://…)'));

const soundFile = v.strictObject({
  file: text,
  levelLufs: v.optional(v.number()),
  fadeInSeconds: v.optional(v.pipe(v.number(), v.minValue(0, 'must not be negative'))),
  fadeOutSeconds: v.optional(v.pipe(v.number(), v.minValue(0, 'must not be negative'))),
});

const readingRule = v.pipe(
  v.strictObject({
    selector: v.optional(text),
    text: v.optional(text),
    do: v.picklist(['skip', 'read', 'story', 'cast']),
    role: v.optional(text),
    title: v.optional(text),
  }),
  v.check(
    (rule) => (rule.selector === undefined) !== (rule.text === undefined),
    'needs exactly one of "selector" and "text"',
  ),
);

const person = v.strictObject({
  name: text,
  role: v.optional(text),
  href: v.optional(webAddress),
  img: v.optional(webAddress),
});

/** `show.json`: every field may be left out. */
export const showSchema: v.GenericSchema<unknown, Partial<Show>> = v.strictObject({
  $schema: v.optional(v.string()),
  title: v.optional(text),
  author: v.optional(text),
  email: v.optional(v.pipe(v.string(), v.email('must be an e-mail address'))),
  description: v.optional(text),
  language: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, 'must be a language tag such as "en" or "en-GB"'),
    ),
  ),
  link: v.optional(webAddress),
  baseUrl: v.optional(
    v.pipe(
      webAddress,
      v.transform((url) => new URL(url).href.replace(/\/+$/, '')),
    ),
  ),
  artwork: v.optional(text),
  categories: v.optional(v.array(text)),
  explicit: v.optional(v.boolean()),
  guid: v.optional(v.pipe(v.string(), v.uuid('must be a UUID'))),
  copyright: v.optional(text),
  locked: v.optional(v.boolean()),
  persons: v.optional(v.array(person)),
  funding: v.optional(v.strictObject({ url: webAddress, text })),
  license: v.optional(text),
  subscribe: v.optional(v.record(text, webAddress)),
  accent: v.optional(v.pipe(v.string(), v.hexColor('must be a colour such as "#0b6b74"'))),
  sound: v.optional(
    v.strictObject({
      targetLufs: v.optional(
        v.pipe(v.number(), v.minValue(-30, 'must be at least -30'), v.maxValue(-8, 'must be at most -8')),
      ),
      truePeakDbtp: v.optional(v.pipe(v.number(), v.maxValue(0, 'must be at most 0'))),
      intro: v.optional(soundFile),
      outro: v.optional(soundFile),
      transition: v.optional(soundFile),
      bed: v.optional(soundFile),
    }),
  ),
  announce: v.optional(
    v.strictObject({
      story: v.optional(v.string()),
      sponsor: v.optional(v.string()),
      section: v.optional(v.string()),
    }),
  ),
  reading: v.optional(v.array(readingRule)),
}) as v.GenericSchema<unknown, Partial<Show>>;
