import type { Config } from '../../config.js';
import type { Dropped, EditionSegment, Notice, ScriptStory, Segment, Take } from '../../edition.js';
import type { EditChange } from '../../edits/changes.js';
import { compileLexicon, type Difference, differencesOf } from '../../script/index.js';
import { type PricedSpeech, type SpeechCost, sumCosts } from '../../speech/index.js';
import { TakeStore } from '../../speech/takes.js';
import { type EditDesk, openDesk, publishedDesk } from '../edit/edit-desk.js';
import { pairUp } from '../edit/keep-untouched.js';
import { type LexiconInUse, lexiconInUse } from '../edit/lexicon-in-use.js';
import { blockOf, type DroppedPlaces, placesOfDropped } from '../edit/placed-drops.js';
import type { PublishedEdition } from '../edition-state.js';
import { engineOfEdition } from '../regenerate/engine-of-edition.js';
import { onlyKeptKeys } from '../regenerate/kept-takes.js';
import { orderDesk, type RegenerateOrder } from '../regenerate/regenerate-order.js';
import { takesFolderOf } from '../workshop.js';
import {
  costOfSegment,
  droppedBlock,
  leftOutOf,
  NOTHING,
  originalOf,
  segmentsInPlace,
} from './draft-segments.js';
import { priceDraft } from './price-draft.js';

/** What is looked at: a published edition with changes that are not. */
export interface DraftRequest {
  readonly outDir: string;
  readonly published: PublishedEdition;
  readonly changes: readonly EditChange[];
  readonly config: Config;
  /** Engine to speak with; default: the one that spoke the edition. */
  readonly engine?: string;
}

/** An edition as it would be published, with what is left out still in its place. */
export interface DraftView {
  readonly engine: string;
  /** What `units` of a cost counts. */
  readonly unit?: string;
  readonly stories: readonly DraftStory[];
  /** Slugs of the stories that would be made anew. */
  readonly meant: ReadonlySet<string>;
  /** Slugs of the stories that would be spoken, in order. */
  readonly spoken: readonly string[];
  readonly cost: SpeechCost;
  readonly lexicon: readonly LexiconInUse[];
  readonly showLexicon: Readonly<Record<string, string | null>>;
  readonly notices: readonly Notice[];
}

export interface DraftStory {
  readonly story: ScriptStory;
  /** False: an editor leaves it out. */
  readonly spoken: boolean;
  /** The editor's own text in place of the issue's. */
  readonly markdown?: string;
  readonly orderedVoice?: string;
  readonly segments: readonly DraftSegment[];
  /** Blocks that are left out before the first segment. */
  readonly droppedFirst: readonly Dropped[];
}

export interface DraftSegment {
  readonly segment: Segment;
  readonly spoken: boolean;
  /** As spoken without the editor's wording. */
  readonly originalSpeech: string;
  readonly differences: readonly Difference[];
  readonly engine: string;
  readonly voice: string;
  /** Key of the take that would be published, kept or not. */
  readonly takeKey?: string;
  /** Where its take is kept. */
  readonly take?: Take;
  readonly published?: EditionSegment;
  readonly changed: boolean;
  readonly cost: SpeechCost;
  /** To speak it as another take. */
  readonly newTakeCost: SpeechCost;
  /** The block that a rule left out and that is spoken after all. */
  readonly afterAll?: Dropped;
  /** Blocks that are left out between this segment and the next. */
  readonly droppedAfter: readonly Dropped[];
}

/** What an edition would be with some changes: words, takes, cost, place by place. Synthesizes and writes nothing. */
export async function viewDraft(request: DraftRequest): Promise<DraftView> {
  const { published, changes, outDir } = request;
  const engine = request.engine ?? engineOfEdition(published.edition, request.config);
  const config = { ...request.config, engine };
  const asPublished = changes.length === 0 ? publishedDesk(published.state, config) : undefined;
  const desk = asPublished ?? (await openDesk(published.state, changes, config));
  const order = await onlyKeptKeys(orderDesk(desk), outDir);
  const priced = priceDraft(order, desk.config);
  const viewer = new Viewer(request, desk, order, priced);
  const stories = await Promise.all(viewer.stories.map((story) => viewer.viewStory(story)));
  const spoken = stories.filter((story) => story.spoken).flatMap(({ segments }) => segments);
  return {
    engine: priced.engine,
    ...(priced.unit === undefined ? {} : { unit: priced.unit }),
    stories,
    meant: order.meant,
    spoken: order.script.stories.map(({ slug }) => slug),
    cost: sumCosts(spoken.filter((segment) => segment.spoken).map(({ cost }) => cost)),
    lexicon: lexiconInUse(
      desk,
      stories.flatMap(({ story }) => story.segments),
      changes,
    ),
    showLexicon: desk.showLexicon,
    notices: order.notices,
  };
}

/** Puts together what is known of each segment. */
class Viewer {
  readonly stories: readonly ScriptStory[];
  readonly #request: DraftRequest;
  readonly #desk: EditDesk;
  readonly #order: RegenerateOrder;
  readonly #priced: PricedSpeech;
  readonly #store: TakeStore;
  readonly #drops: DroppedPlaces;
  readonly #lexicon;

  constructor(request: DraftRequest, desk: EditDesk, order: RegenerateOrder, priced: PricedSpeech) {
    this.#request = request;
    this.#desk = desk;
    this.#order = order;
    this.#priced = priced;
    this.#store = new TakeStore(takesFolderOf(request.outDir));
    this.#drops = placesOfDropped(desk.written.asked, desk.written.plain);
    const { lexicon } = desk.config.voices;
    this.#lexicon = compileLexicon({ ...lexicon, ...desk.edits.lexicon }, priced.engine);
    this.stories = desk.written.script.stories;
  }

  async viewStory(written: ScriptStory): Promise<DraftStory> {
    const { slug } = written;
    const edit = this.#desk.edits.stories[slug];
    const ordered = this.#order.script.stories.find((story) => story.slug === slug);
    const segments = segmentsInPlace(written, ordered, leftOutOf(this.#desk, slug));
    const partners = this.#partnersOf(slug, segments);
    const viewed = await Promise.all(
      segments.map((segment) => this.#viewSegment(slug, segment, partners.get(segment))),
    );
    return {
      story: { ...(ordered ?? written), segments },
      spoken: ordered !== undefined,
      ...(edit?.text === undefined ? {} : { markdown: edit.text.markdown }),
      ...(edit?.voice === undefined ? {} : { orderedVoice: edit.voice }),
      segments: this.#withLateDrops(slug, viewed),
      droppedFirst: this.#drops.first.get(slug) ?? [],
    };
  }

  async #viewSegment(
    story: string,
    segment: Segment,
    published: EditionSegment | undefined,
  ): Promise<DraftSegment> {
    const { written, edits, state } = this.#desk;
    const spoken = !leftOutOf(this.#desk, story).has(segment.id);
    const isMeant = this.#order.meant.has(story);
    const priced = this.#priced.segments.get(segment.id);
    const cast = isMeant ? (this.#order.takeKeys.get(segment.id) ?? priced?.key) : state.takes[segment.id];
    const key = spoken ? cast : published?.take;
    const take = key === undefined ? undefined : await this.#store.find(key);
    const original = originalOf(segment, story, written.unworded.stories) ?? segment;
    const newTakeCost = priced?.cost ?? NOTHING;
    const block = blockOf(segment, written.asked, edits.speak);
    return {
      segment,
      spoken,
      originalSpeech: original.speech,
      differences: differencesOf(segment, original, this.#lexicon, state.issue.language),
      engine: take?.engine ?? (isMeant ? this.#priced.engine : (published?.engine ?? this.#priced.engine)),
      voice: take?.voice ?? (isMeant ? priced?.voice : published?.voice) ?? '',
      ...(key === undefined ? {} : { takeKey: key }),
      ...(take === undefined ? {} : { take }),
      ...(published === undefined ? {} : { published }),
      changed: spoken ? published?.take !== key : published !== undefined,
      cost: costOfSegment(segment, { spoken, kept: take !== undefined || !isMeant, newTakeCost }),
      newTakeCost,
      ...(block === undefined ? {} : { afterAll: droppedBlock(this.#request.published, block) }),
      droppedAfter: this.#drops.after.get(segment.id) ?? [],
    };
  }

  /** The published self of every segment. */
  #partnersOf(slug: string, segments: readonly Segment[]): ReadonlyMap<Segment, EditionSegment> {
    const former = this.#request.published.edition.stories.find((story) => story.slug === slug);
    return pairUp(former?.segments ?? [], segments);
  }

  /** What is left out behind a segment that an editor's own text has replaced stands at the end. */
  #withLateDrops(slug: string, viewed: readonly DraftSegment[]): readonly DraftSegment[] {
    const ids = new Set(viewed.map(({ segment }) => segment.id));
    const late = [...this.#drops.after].filter(([id]) => id.startsWith(`${slug}/`) && !ids.has(id));
    const last = viewed.at(-1);
    if (late.length === 0 || last === undefined) return viewed;
    const droppedAfter = [...last.droppedAfter, ...late.flatMap(([, dropped]) => dropped)];
    return [...viewed.slice(0, -1), { ...last, droppedAfter }];
  }
}
