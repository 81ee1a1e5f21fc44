import type { Segment, Take } from '../../edition.js';
import type { EditedScript } from '../../edits/apply-edits.js';
import type { EditOrder } from '../../edits/orders.js';
import { speakSegment } from '../../speech/index.js';
import { TakeStore } from '../../speech/takes.js';
import { decodeToPcm } from '../../stitch/decode.js';
import { segmentOnDesk } from '../edit/edit-desk.js';
import { layOrders } from '../edit/lay-orders.js';
import type { PipelineHost } from '../host.js';
import { engineOfEdition } from '../regenerate/engine-of-edition.js';
import { onlyKeptKeys } from '../regenerate/kept-takes.js';
import { orderDesk } from '../regenerate/regenerate-order.js';
import { findTools } from '../tools.js';
import { takesFolderOf } from '../workshop.js';
import type { DraftRequest } from './view-draft.js';

export interface PreviewSegmentRequest extends DraftRequest {
  /** Id of the segment, after the changes. */
  readonly segment: string;
  /** Orders that are only tried, after the changes. */
  readonly orders?: readonly EditOrder[];
  /** Speak with the embedded engine in its own voice: at once, and for nothing. */
  readonly embedded?: boolean;
}

export interface PreviewedSegment {
  readonly segment: Segment;
  readonly take: Take;
  /** Characters that were spoken for it; 0 where the take was there. */
  readonly spokenCharacters: number;
}

/**
 * Speaks one segment as an edition with some changes would publish it. The take is kept, so publishing the same
 * does not pay for it again.
 *
 * @throws AudioEditionError (`input`) for an unknown segment, voice or missing key, and as engines do.
 */
export async function previewSegment(
  request: PreviewSegmentRequest,
  host: PipelineHost,
): Promise<PreviewedSegment> {
  const { published, changes, outDir, orders = [], segment: id } = request;
  const engine = request.engine ?? engineOfEdition(published.edition, request.config);
  const config = { ...request.config, engine };
  const desk = await layOrders(orders, { state: published.state, changes, config, outDir });
  const order = await onlyKeptKeys(orderDesk(desk), outDir);
  const onDesk = segmentOnDesk(desk, id);
  const ordered = order.script.stories.find(({ slug }) => slug === onDesk.story.slug);
  const story = ordered?.segments.some((segment) => segment.id === id) ? ordered : onDesk.story;
  const takesDir = takesFolderOf(outDir);
  const store = new TakeStore(takesDir);
  const segment = story.segments.find((one) => one.id === id) ?? onDesk.segment;
  const isUntouched = story === ordered && !order.meant.has(story.slug) && !request.embedded;
  const kept = isUntouched ? await store.find(published.state.takes[id] ?? '') : undefined;
  if (kept !== undefined) return { segment, take: kept, spokenCharacters: 0 };
  const spoken = await speakSegment(story, id, {
    ...config,
    voices: desk.config.voices,
    ...(request.embedded ? { engine: EMBEDDED } : castingOf(order)),
    takesDir,
    threads: 1,
    signal: host.signal,
    decode: async (bytes, _hint, signal) =>
      decodeToPcm(await findTools(config.environment), Buffer.from(bytes), { signal }),
  });
  return { segment, ...spoken };
}

/** The engine that is always there. */
const EMBEDDED = 'local';

function castingOf({ takeNumbers, takeKeys, storyVoices }: EditedScript) {
  return { takeNumbers, takeKeys, storyVoices };
}
