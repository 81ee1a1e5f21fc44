import * as v from 'valibot';
import type {
  BuildOrder,
  IssueRequest,
  Order,
  OrderRequest,
  PreviewRequest,
  PublishRequest,
  RevisionRequest,
  TakeBackRequest,
} from '../api.js';

const name = v.pipe(v.string(), v.nonEmpty('must not be empty'), v.maxLength(500, 'is too long'));
const words = v.pipe(v.string(), v.maxLength(20_000, 'is too long'));
const wholeNumber = v.pipe(
  v.number(),
  v.integer('must be a whole number'),
  v.minValue(0, 'must not be negative'),
);
const optional = <T extends v.GenericSchema>(schema: T) => v.exactOptional(schema);

/** Every order; what a browser sends is never trusted to have the right fields. */
const orderSchema: v.GenericSchema<unknown, Order> = v.variant('kind', [
  v.strictObject({ kind: v.literal('speech'), segment: name, speech: optional(words) }),
  v.strictObject({
    kind: v.literal('say'),
    written: name,
    spoken: optional(words),
    scope: v.picklist(['segment', 'edition', 'show']),
    segment: optional(name),
    source: optional(v.tuple([wholeNumber, wholeNumber])),
  }),
  v.strictObject({ kind: v.literal('voice'), story: name, voice: optional(name) }),
  v.strictObject({ kind: v.literal('new-take'), segment: name }),
  v.strictObject({ kind: v.literal('new-take'), story: name }),
  v.strictObject({
    kind: v.literal('choose-take'),
    segment: name,
    take: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be the key of a take')),
  }),
  v.strictObject({ kind: v.literal('segment-spoken'), segment: name, spoken: v.boolean() }),
  v.strictObject({ kind: v.literal('block-spoken'), block: wholeNumber, spoken: v.boolean() }),
  v.strictObject({ kind: v.literal('story-spoken'), story: name, spoken: v.boolean() }),
  v.strictObject({ kind: v.literal('story-order'), stories: v.pipe(v.array(name), v.maxLength(1000)) }),
  v.strictObject({
    kind: v.literal('story-text'),
    story: name,
    markdown: optional(v.pipe(v.string(), v.maxLength(200_000, 'is too long'))),
  }),
]);

const revision = { revision: optional(wholeNumber) };

export const revisionRequest: v.GenericSchema<unknown, RevisionRequest> = v.strictObject(revision);

export const orderRequest: v.GenericSchema<unknown, OrderRequest> = v.strictObject({
  ...revision,
  order: orderSchema,
  dry: optional(v.boolean()),
});

export const previewRequest: v.GenericSchema<unknown, PreviewRequest> = v.strictObject({
  segment: name,
  order: optional(orderSchema),
  embedded: optional(v.boolean()),
});

export const publishRequest: v.GenericSchema<unknown, PublishRequest> = v.strictObject({
  ...revision,
  note: optional(v.pipe(words, v.maxLength(2000, 'is too long'))),
  reissue: optional(v.boolean()),
  maxCharacters: optional(wholeNumber),
});

export const takeBackRequest: v.GenericSchema<unknown, TakeBackRequest> = v.strictObject({
  story: optional(name),
  note: optional(v.pipe(words, v.maxLength(2000, 'is too long'))),
});

export const buildOrder: v.GenericSchema<unknown, BuildOrder> = v.strictObject({
  maxCharacters: optional(wholeNumber),
});

const issueFields = {
  title: optional(name),
  date: optional(v.pipe(v.string(), v.isoDate('must be a date such as 2026-03-31'))),
  slug: optional(name),
  engine: optional(name),
};

/** @param maxBytes What an issue may have, before it is packed into JSON. */
export function issueRequest(maxBytes: number): v.GenericSchema<unknown, IssueRequest> {
  const address = v.pipe(
    v.string(),
    v.regex(/^https?:\/\//i, 'must begin with https:// or http://'),
    v.url(),
  );
  return v.union([
    v.strictObject({ text: v.pipe(v.string(), v.maxBytes(maxBytes, 'is too long')), ...issueFields }),
    v.strictObject({ base64: v.pipe(v.string(), v.base64('must be base64')), name, ...issueFields }),
    v.strictObject({ url: address, ...issueFields }),
  ]);
}
