import { randomUUID } from 'node:crypto';
import {
  changesOf,
  type Draft,
  type DraftRequest,
  type DraftView,
  type EditOrder,
  listDraftTakes,
  openEdition,
  orderInDraft,
  type ResolvedOrder,
  readDraft,
  withStep,
  writeDraft,
} from '../../../index.js';
import type { Editions } from './editions.js';
import type { EventChannel } from './event-channel.js';
import { draftChanged, unknownTake } from './refusals.js';
import type { StudioSettings } from './studio-settings.js';

/** A draft before and after an order, with what the edition is by each. */
export interface OrderedDraft {
  readonly draft: Draft;
  readonly before: DraftView;
  readonly after: DraftView;
}

/** A take of other words would be published with these. */
async function checkTake(
  request: DraftRequest,
  { segment, take }: Extract<EditOrder, { readonly kind: 'choose-take' }>,
): Promise<void> {
  const { history } = await openEdition({ outDir: request.outDir, edition: request.published.slug });
  const { takes } = await listDraftTakes({ ...request, segment }, history);
  if (!takes.some((one) => one.take.key === take)) throw unknownTake();
}

/** Changes drafts, one change of an edition after the other, and keeps each. */
export class DraftDesk {
  readonly #settings: StudioSettings;
  readonly #editions: Editions;
  readonly #events: EventChannel;
  /** The last change under way, by edition. */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(settings: StudioSettings, editions: Editions, events: EventChannel) {
    this.#settings = settings;
    this.#editions = editions;
    this.#events = events;
  }

  /**
   * Lays an order over the draft.
   *
   * @param options.dry Nothing is kept.
   * @throws AudioEditionError `draft-changed` where `revision` is not the draft's, and as orders do.
   */
  order(
    slug: string,
    order: EditOrder,
    { dry = false, revision }: { readonly dry?: boolean; readonly revision?: number },
  ): Promise<OrderedDraft> {
    return this.#inTurn(slug, async () => {
      const { draft, view: before } = await this.#editions.viewKept(slug);
      if (revision !== undefined && revision !== draft.revision) throw draftChanged();
      const resolved = await this.resolve(slug, draft, order);
      const ordered = withStep(draft, this.#stepOf(resolved));
      const after = await this.#editions.view(slug, ordered);
      if (!dry) await this.#keep(slug, ordered);
      return { draft: dry ? draft : ordered, before, after };
    });
  }

  /** What an order comes to. @throws AudioEditionError as orders do. */
  async resolve(slug: string, draft: Draft, order: EditOrder): Promise<ResolvedOrder> {
    const { outDir, engine, loadConfig } = this.#settings;
    const [published, config] = await Promise.all([this.#editions.open(slug), loadConfig()]);
    const request = {
      outDir,
      published,
      changes: changesOf(draft),
      config,
      ...(engine === undefined ? {} : { engine }),
    };
    if (order.kind === 'choose-take') await checkTake(request, order);
    return orderInDraft(request, order);
  }

  /** Changes a draft in another way: undo, redo, drop. */
  change(slug: string, change: (draft: Draft) => Draft, revision?: number): Promise<Draft> {
    return this.#inTurn(slug, async () => {
      await this.#editions.open(slug);
      const draft = await readDraft({ outDir: this.#settings.outDir, slug });
      if (revision !== undefined && revision !== draft.revision) throw draftChanged();
      const changed = change(draft);
      await this.#editions.view(slug, changed);
      await this.#keep(slug, changed);
      return changed;
    });
  }

  async #keep(slug: string, draft: Draft): Promise<void> {
    await writeDraft({ outDir: this.#settings.outDir, slug }, draft);
    this.#events.tell({ type: 'draft', edition: slug, revision: draft.revision });
  }

  #stepOf({ changes, title, story, segment }: ResolvedOrder) {
    return {
      id: randomUUID(),
      at: new Date().toISOString(),
      title,
      ...(story === undefined ? {} : { story }),
      ...(segment === undefined ? {} : { segment }),
      changes,
    };
  }

  /** Two changes at once would each be laid over the same draft, and one of them lost. */
  #inTurn<T>(slug: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#turns.get(slug) ?? Promise.resolve()).then(work);
    const settled = turn.catch(() => undefined);
    this.#turns.set(slug, settled);
    void settled.then(() => {
      if (this.#turns.get(slug) === settled) this.#turns.delete(slug);
    });
    return turn;
  }
}
