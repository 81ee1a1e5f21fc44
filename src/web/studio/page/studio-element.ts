import { LitElement, type TemplateResult } from 'lit';
import { StudioApi } from './api-client.js';
import { commandsOf, segmentElement } from './commands.js';
import { commandOf, isHeldDown } from './keys.js';
import { Studio } from './model/studio.js';
import type { Place } from './place.js';
import { areSingleKeysOn } from './settings.js';
import { VoiceMarks } from './sound/voice-marks.js';
import { studioView } from './views/studio.js';

/** A server that is slower than this is waited for with a page that says so. */
const LONGEST_BLANK_MILLISECONDS = 400;

/** The whole page. Draws into the document itself, so that its stylesheet holds and a strict policy is kept. */
export class StudioElement extends LitElement {
  private readonly studio: Studio;
  private readonly marks: VoiceMarks;
  private closing = new AbortController();
  private shownSegment: string | undefined;
  private hadFocus = false;
  private shownView: Place['view'] | undefined;
  private isFocusDue = false;
  private isDrawing = false;
  private begun: Promise<unknown> = Promise.resolve();

  constructor() {
    super();
    const token = document.querySelector<HTMLMetaElement>('meta[name="studio-token"]')?.content ?? '';
    this.studio = new Studio(
      new StudioApi(token),
      () => this.requestUpdate(),
      (heard) => this.marks.moveTo(heard),
    );
    this.marks = new VoiceMarks(this, this.studio);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.closing = new AbortController();
    const { signal } = this.closing;
    window.addEventListener('keydown', (event) => this.pressed(event), { signal });
    window.addEventListener('popstate', () => void this.studio.goToAddress(), { signal });
    const started = this.studio.start();
    void started.then((close) => signal.addEventListener('abort', close));
    this.begun = Promise.race([started, passed(LONGEST_BLANK_MILLISECONDS)]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.studio.hearing.stop();
    this.closing.abort();
  }

  /** The first answers are nearly there: a page that is drawn without them is drawn twice, and stands later. */
  protected override async scheduleUpdate(): Promise<void> {
    await this.begun;
    super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    this.hadFocus = hasFocus();
  }

  protected override render(): TemplateResult {
    return studioView(this.studio);
  }

  protected override updated(): void {
    const { desk, comparison, hearing } = this.studio;
    this.studio.writeAddress();
    this.marks.showPicked();
    this.keepFocus();
    this.drawTheRest();
    void comparison.follow();
    if (desk.segmentId === this.shownSegment) return;
    this.shownSegment = desk.segmentId;
    if (desk.segment !== undefined) hearing.prepare(desk.segment);
    this.marks.reveal(desk.segmentId);
    document.title = [desk.story?.title, desk.edition?.title, 'Studio'].filter(Boolean).join(' · ');
  }

  /** What is out of sight is drawn when there is time, so that what is in sight stands at once. */
  private drawTheRest(): void {
    const { desk } = this.studio;
    if (!desk.hasMoreRows || this.isDrawing) return;
    this.isDrawing = true;
    whenIdle(() => {
      this.isDrawing = false;
      if (this.isConnected) desk.drawMoreRows();
    });
  }

  /**
   * What goes away with the focus in it (a dialog, a field, a segment that is left out) leaves it nowhere, and so does
   * a view. It belongs to the segment at hand, or to the heading of the view that came.
   */
  private keepFocus(): void {
    const { view } = this.studio.place;
    const isLost = !hasFocus();
    const isOtherView = this.shownView !== undefined && this.shownView !== view;
    this.isFocusDue ||= (this.hadFocus && isLost) || isOtherView;
    this.shownView = view;
    const home = isLost ? this.homeOfFocus() : undefined;
    if (this.isFocusDue) home?.focus({ preventScroll: true });
    if (!isLost || home !== undefined) this.isFocusDue = false;
  }

  /** `undefined` while it is not drawn. */
  private homeOfFocus(): HTMLElement | undefined {
    const { place, desk } = this.studio;
    if (place.view === 'edition') {
      const isThere = place.edition === undefined || place.edition === desk.edition?.slug;
      return isThere ? segmentElement(this, desk.segmentId) : undefined;
    }
    const heading = this.querySelector<HTMLElement>('main h1') ?? undefined;
    if (heading !== undefined) heading.tabIndex = -1;
    return heading;
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.studio.drawer !== undefined) this.studio.openDrawer(undefined);
    const command = commandOf(event, areSingleKeysOn());
    const isHeld = isHeldDown(event, command);
    if (isHeld || command !== undefined) event.preventDefault();
    if (isHeld || command === undefined) return;
    commandsOf(this.studio, this)[command]();
  }
}

function hasFocus(): boolean {
  return document.activeElement !== document.body && document.activeElement !== null;
}

function passed(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Safari has no idle callbacks. */
function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 500 });
  else setTimeout(work, 50);
}
