import {
  type DraftSegment,
  type Dropped,
  type Segment,
  type Take,
  wordsOfSegment,
  wordsOfTake,
} from '../../../index.js';
import { type DroppedBlock, type PlacedNotice, ROUTES, type StudioSegment, type TakeSound } from '../api.js';
import { costOf, type Payee } from './present-cost.js';
import { placeNotice } from './present-notices.js';

/** A segment as the page shows it. */
export function presentSegment(
  viewed: DraftSegment,
  payee: Payee,
  notices: readonly PlacedNotice[],
): StudioSegment {
  const { segment, take, published, afterAll, originalSpeech } = viewed;
  const { id, kind, role, source, speech, tokens, pauseAfterSeconds } = segment;
  return {
    item: 'segment',
    id,
    kind,
    role,
    source,
    speech,
    ...(originalSpeech === speech ? {} : { originalSpeech }),
    tokens,
    differences: viewed.differences,
    pauseAfterSeconds,
    spoken: viewed.spoken,
    ...(afterAll === undefined ? {} : { afterAll: { block: afterAll.block, reason: afterAll.reason } }),
    changed: viewed.changed,
    engine: viewed.engine,
    voice: viewed.voice,
    ...(take === undefined ? {} : { take: presentTake(segment, take) }),
    ...(published === undefined ? {} : { published: presentPublished(published, take) }),
    cost: costOf(viewed.cost, payee),
    newTakeCost: costOf(viewed.newTakeCost, payee),
    notices: [...notices, ...suspicions(segment, take)],
  };
}

/** A take as a file to be played. */
export function presentTake(segment: Segment, take: Take): TakeSound {
  const { key, engine, voice, durationSeconds, speechStartSeconds, speechEndSeconds } = take;
  return {
    key,
    url: ROUTES.takeAudio(key),
    engine,
    voice,
    durationSeconds,
    startSeconds: speechStartSeconds,
    endSeconds: speechEndSeconds,
    words: wordsOfTake(segment, take),
  };
}

/** Something that is left out. */
export function presentDropped({ kind, text, rule, reason, block }: Dropped): DroppedBlock {
  return { item: 'dropped', block, kind, text, rule, reason };
}

function presentPublished(
  published: NonNullable<DraftSegment['published']>,
  take: Take | undefined,
): NonNullable<StudioSegment['published']> {
  const { id, startSeconds, endSeconds, speech } = published;
  const words = take?.key === published.take ? [] : wordsOfSegment(published);
  return { id, take: published.take, startSeconds, endSeconds, words, speech };
}

function suspicions({ id }: Segment, take: Take | undefined): readonly PlacedNotice[] {
  return (take?.findings ?? []).map(({ message }) =>
    placeNotice({ code: 'take-suspicious', message: `This take ${message}.`, segment: id }),
  );
}
