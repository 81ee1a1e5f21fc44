import type { Job, StudioEvent } from '../../api.js';
import { dropAhead } from '../ahead.js';
import type { StudioApi } from '../api-client.js';
import { hashOf, type Place, placeOf } from '../place.js';
import type { Heard } from '../sound/sound.js';
import { interruptedText } from '../text/job-words.js';
import { Unkept } from '../unkept.js';
import { Comparison } from './comparison.js';
import { Desk } from './desk.js';
import { Hearing } from './hearing.js';
import type { ModelHost } from './host.js';
import { Intake } from './intake.js';
import { Jobs } from './jobs.js';
import { Library } from './library.js';
import { listenToServer } from './live.js';
import { Orders } from './orders.js';
import { Publishing } from './publishing.js';
import { Rewriting } from './rewriting.js';
import { Saying } from './saying.js';
import { Talk } from './talk.js';
import { Wording } from './wording.js';

/** Everything that the page shows and does; the views read it, and call it. */
export class Studio {
  place: Place = { view: 'edition' };
  isConnected = true;
  isHelpOpen = false;
  drawer: 'left' | 'right' | undefined;
  /** What the editor looks for in the edition. */
  query = '';
  readonly talk: Talk;
  readonly library: Library;
  readonly desk: Desk;
  readonly hearing: Hearing;
  readonly orders: Orders;
  readonly comparison: Comparison;
  readonly saying: Saying;
  readonly wording: Wording;
  readonly rewriting: Rewriting;
  readonly jobs: Jobs;
  readonly publishing: Publishing;
  readonly intake: Intake;

  constructor(
    readonly api: StudioApi,
    readonly update: () => void,
    moved: (heard: Heard | undefined) => void,
  ) {
    this.talk = new Talk(update);
    const host: ModelHost = { api, update, talk: this.talk, unkept: new Unkept() };
    this.library = new Library(host);
    this.desk = new Desk(host);
    this.hearing = new Hearing(host, this.desk, moved);
    this.orders = new Orders(
      host,
      this.desk,
      () => this.hearing.dropPaused(),
      () => this.publishing.askTakeBack(true),
    );
    this.comparison = new Comparison(host, this.desk, this.orders, this.hearing);
    this.saying = new Saying(host, this.desk, this.orders, this.hearing);
    this.wording = new Wording(host, this.desk, this.orders);
    this.rewriting = new Rewriting(host, this.desk, this.orders);
    this.jobs = new Jobs(host, (job, isOurs) => void this.jobEnded(job, isOurs));
    this.publishing = new Publishing(host, this.desk, this.jobs);
    this.intake = new Intake(
      host,
      this.jobs,
      () => this.library.session?.maxIssueBytes ?? Number.POSITIVE_INFINITY,
      (to) => this.go('job' in to ? { view: 'job', ...to } : { view: 'issue', ...to }),
    );
  }

  /** Loads what there is and goes where the address says; returns what ends it. */
  async start(): Promise<() => void> {
    const close = listenToServer({
      told: (event) => void this.talk.attempt(() => this.told(event)),
      connected: (isConnected) => void this.connected(isConnected),
    });
    const opened =
      placeOf(location.hash).view === 'edition' && location.hash !== '' ? this.goToAddress() : undefined;
    const jobs = this.talk.attempt(() => this.jobs.load());
    await this.talk.attempt(() => this.library.load());
    await opened;
    if (opened === undefined || this.library.isEmpty) await this.goToAddress();
    await jobs;
    dropAhead();
    this.resume();
    return close;
  }

  /** Opens again what stood open before a reload, with what was typed. */
  private resume(): void {
    if (this.place.view !== 'edition' || this.desk.edition === undefined) return;
    this.wording.resume();
    if (this.saying.resume() || this.rewriting.resume()) return;
    void this.publishing.resume();
  }

  /** Goes somewhere and writes it into the address. */
  go(place: Place): void {
    history.pushState(undefined, '', hashOf(place));
    void this.goToAddress();
  }

  /** Goes where the address says. */
  async goToAddress(): Promise<void> {
    const wanted = placeOf(location.hash);
    this.drawer = undefined;
    this.place = wanted.view === 'edition' && this.library.isEmpty ? { view: 'new' } : wanted;
    const { place } = this;
    if (place.view !== 'edition') this.hearing.stop();
    if (place.view === 'issue') await this.intake.open(place.issue);
    if (place.view === 'edition') await this.openEdition(place);
    this.update();
  }

  /** Keeps the address at the segment where the editor is. */
  writeAddress(): void {
    const { edition, storySlug, segmentId } = this.desk;
    if (this.place.view !== 'edition' || edition === undefined) return;
    // Another edition is on its way; what is still on the desk must not take its address.
    if (this.place.edition !== undefined && this.place.edition !== edition.slug) return;
    this.place = {
      view: 'edition',
      edition: edition.slug,
      ...(storySlug === undefined ? {} : { story: storySlug }),
      ...(segmentId === undefined ? {} : { segment: segmentId }),
    };
    const hash = hashOf(this.place);
    if (hash !== location.hash) history.replaceState(undefined, '', hash);
  }

  /** Whether what would speak says a text always alike, so that another take sounds the same. */
  get isAlwaysAlike(): boolean {
    const engine = this.desk.edition?.engine;
    return this.library.session?.engines.find(({ name }) => name === engine)?.embedded ?? false;
  }

  openDrawer(drawer: 'left' | 'right' | undefined): void {
    this.drawer = drawer;
    this.update();
  }

  openHelp(isOpen: boolean): void {
    this.isHelpOpen = isOpen;
    this.update();
  }

  find(query: string): void {
    this.query = query;
    this.update();
  }

  private async openEdition(place: Extract<Place, { view: 'edition' }>): Promise<void> {
    const slug = place.edition ?? this.library.editions?.[0]?.slug;
    if (slug === undefined) return;
    if (slug === this.desk.edition?.slug) return this.desk.goTo(place.story, place.segment);
    this.hearing.stop();
    await this.talk.attempt(() => this.desk.open(slug, place.story, place.segment));
    const shown = this.desk.edition?.slug;
    if (shown !== undefined && shown !== slug && this.place === place)
      this.place = { view: 'edition', edition: shown };
  }

  private async told(event: StudioEvent): Promise<void> {
    if (event.type === 'job') return this.jobs.apply(event.job);
    const isOpen = event.edition === this.desk.edition?.slug;
    if (event.type === 'edition') await this.library.refresh();
    const known = this.orders.isWorking
      ? Number.POSITIVE_INFINITY
      : (this.desk.edition?.draft.revision ?? -1);
    const isKnown = event.type === 'draft' && event.revision <= known;
    if (isOpen && !isKnown) await this.desk.refresh();
    if (event.type === 'draft') await this.library.refresh();
  }

  /** After a restart of the server everything may be otherwise, the token too. */
  private async connected(isConnected: boolean): Promise<void> {
    if (isConnected === this.isConnected) return;
    this.isConnected = isConnected;
    this.update();
    if (!isConnected) return;
    await this.talk.attempt(async () => {
      await this.library.load();
      await this.jobs.load();
      await this.desk.refresh();
    });
    this.talk.announce('The studio answers again.');
  }

  private async jobEnded(job: Job, isOurs: boolean): Promise<void> {
    if (job.state === 'failed') this.talk.fail(new Error(job.error?.message ?? 'The work failed.'));
    if (job.state === 'interrupted') this.talk.fail(new Error(interruptedText(job)));
    if (job.state === 'cancelled') this.talk.announce('Cancelled. What was spoken is kept.');
    if (job.state !== 'done') return this.update();
    await this.talk.attempt(() => this.library.refresh());
    const isWatched = this.place.view === 'job' && this.place.job === job.id;
    if (isWatched) this.go({ view: 'edition', edition: job.result?.edition ?? job.edition });
    else if (job.edition === this.desk.edition?.slug) await this.talk.attempt(() => this.desk.refresh());
    if (isOurs && job.kind !== 'build') this.jobs.show(job.id);
    else this.talk.announce(job.kind === 'build' ? 'The edition is ready to be heard.' : 'Published.');
  }
}
