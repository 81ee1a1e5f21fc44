import { stat } from 'node:fs/promises';
import type { Segment, Take } from '../../edition.js';
import { priceSegments } from '../../speech/index.js';
import { TakeStore } from '../../speech/takes.js';
import { openDesk, segmentOnDesk } from '../edit/edit-desk.js';
import { pairUp } from '../edit/keep-untouched.js';
import { keysUnder } from '../edit/take-history.js';
import type { EditionState } from '../edition-state.js';
import { engineOfEdition } from '../regenerate/engine-of-edition.js';
import { orderDesk } from '../regenerate/regenerate-order.js';
import { takesFolderOf } from '../workshop.js';
import type { DraftRequest } from './view-draft.js';

/** A take that says what a segment says in a draft. */
export interface DraftTake {
  /** From 1, oldest first. */
  readonly number: number;
  readonly take: Take;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly isPublished: boolean;
  /** The one that the draft would publish. */
  readonly isChosen: boolean;
}

export interface DraftTakes {
  readonly segment: Segment;
  readonly takes: readonly DraftTake[];
}

/** More takes of one segment than these are not looked for. */
const MOST_TAKES = 50;

/**
 * All takes of a segment that are kept and say what it says in the draft: those that were published, and those
 * that were made to be compared.
 *
 * @param history The edition's former states, oldest first.
 * @throws AudioEditionError `segment-unknown` (`input`).
 */
export async function listDraftTakes(
  request: DraftRequest & { readonly segment: string },
  history: readonly EditionState[],
): Promise<DraftTakes> {
  const { published, changes, outDir } = request;
  const { state } = published;
  const engine = request.engine ?? engineOfEdition(published.edition, request.config);
  const config = { ...request.config, engine };
  const desk = await openDesk(state, changes, config);
  const order = orderDesk(desk);
  const { story, segment } = segmentOnDesk(desk, request.segment);
  const former = state.script.stories.find(({ slug }) => slug === story.slug)?.segments ?? [];
  const formerId = pairUp(former, story.segments).get(segment)?.id ?? segment.id;
  const casting = { ...desk.config, ...order, takeKeys: new Map<string, string>() };
  const keyOf = (number: number) =>
    priceSegments([{ ...story, segments: [segment] }], {
      ...casting,
      takeNumbers: new Map([[segment.id, number]]),
    }).segments.get(segment.id)?.key ?? '';
  const isTouched = order.meant.has(story.slug);
  const asked = order.takeNumbers.get(segment.id) ?? 0;
  const chosen = isTouched ? (order.takeKeys.get(segment.id) ?? keyOf(asked)) : state.takes[formerId];
  const store = new TakeStore(takesFolderOf(outDir));
  const found = await Promise.all(
    keysUnder(formerId, segment.speech, [...history, state]).map((key) => store.find(key)),
  );
  const numbered = await numberedTakes(keyOf, store);
  const takes = new Map([...found, ...numbered].flatMap((take) => (take ? [[take.key, take]] : [])));
  const dated = await Promise.all(
    [...takes.values()].map(async (take) => ({ take, madeAt: (await stat(take.file)).mtime.toISOString() })),
  );
  return {
    segment,
    takes: dated.map(({ take, madeAt }, index) => ({
      number: index + 1,
      take,
      madeAt,
      isPublished: take.key === state.takes[formerId],
      isChosen: take.key === chosen,
    })),
  };
}

/** Takes that were asked for one after the other: 0, 1, 2, … */
async function numberedTakes(keyOf: (number: number) => string, store: TakeStore): Promise<readonly Take[]> {
  const takes: Take[] = [];
  for (let number = 0; number < MOST_TAKES; number++) {
    const take = await store.find(keyOf(number));
    if (take !== undefined) takes.push(take);
    else if (number > 0) break;
  }
  return takes;
}
