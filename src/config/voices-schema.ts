import * as v from 'valibot';
import type { Voices } from '../edition.js';

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'));

const voiceSettings = v.objectWithRest(
  {
    voice: text,
    model: v.optional(text),
    speed: v.optional(
      v.pipe(v.number(), v.minValue(0.25, 'must be at least 0.25'), v.maxValue(4, 'must be at most 4')),
    ),
  },
  v.union([v.string(), v.number(), v.boolean()]),
);

const lexiconEntry = v.union([
  v.string(),
  v.strictObject({
    say: v.string(),
    engines: v.optional(v.array(text)),
    ipa: v.optional(text),
    cmu: v.optional(text),
    pattern: v.optional(v.boolean()),
    caseSensitive: v.optional(v.boolean()),
  }),
]);

/** `voices.json`. The role `narrator` must be cast: it speaks for every role that is not. */
export const voicesSchema: v.GenericSchema<unknown, Voices> = v.strictObject({
  $schema: v.optional(v.string()),
  engine: v.optional(text, 'auto'),
  fallback: v.optional(v.array(text)),
  price: v.optional(
    v.record(
      v.string(),
      v.strictObject({
        dollarsPer1000Characters: v.pipe(v.number(), v.minValue(0, 'must not be negative')),
      }),
    ),
  ),
  roles: v.objectWithRest(
    { narrator: v.record(v.string(), voiceSettings) },
    v.record(v.string(), voiceSettings),
  ),
  lexicon: v.optional(v.record(v.string(), lexiconEntry), {}),
}) as v.GenericSchema<unknown, Voices>;
