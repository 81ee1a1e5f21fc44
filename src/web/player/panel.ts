import { linkTo } from './deep-link.js';
import type { Listening } from './listening.js';
import type { Surroundings } from './surroundings.js';
import type { PlayerActions, SearchState, ShareState } from './view-model.js';

/** What the panel needs of its element. */
export interface PanelHost {
  readonly listening: Listening;
  readonly surroundings: () => Surroundings;
  readonly toggleSponsors: () => void;
  readonly requestUpdate: () => void;
  /** Puts the focus on the control of this accessible name. */
  readonly focusControl: (name: string) => void;
}

const noSearch: SearchState = { query: '', count: 0, current: -1 };

/** What the listener sees and does beside the sound itself: share, sleep, search, the folded controls. */
export class Panel {
  isOpen = false;
  isAway = false;
  search: SearchState = noSearch;
  share: ShareState | undefined;
  /** What a screen reader is told, once. */
  announcement = '';

  constructor(private readonly host: PanelHost) {}

  /** Shows or hides the way back to the voice. */
  setAway(isAway: boolean): void {
    this.isAway = isAway;
    this.host.requestUpdate();
  }

  /** Plays from a moment of the episode. */
  playFrom(seconds: number): void {
    this.host.listening.playback.seekTo(seconds);
    void this.host.listening.playback.play();
  }

  readonly actions: PlayerActions = {
    playStory: (index) => this.playFrom(this.host.listening.edition.stories[index]?.startSeconds ?? 0),
    toggleMore: () => {
      this.isOpen = !this.isOpen;
      this.host.requestUpdate();
    },
    toggleSleep: () => this.toggleSleep(),
    toggleSponsors: () => this.host.toggleSponsors(),
    openShare: () => void this.openShare(),
    closeShare: () => this.closeShare(),
    shareTime: (withTime) => {
      this.share = this.shareState(withTime);
      this.host.requestUpdate();
    },
    copyLink: () => void this.copyLink(),
    find: (query) => this.find(query),
    findNext: (step) => this.findNext(step),
    backToVoice: () => this.host.listening.text?.back(),
  };

  private announce(text: string): void {
    // Said again only if it differs, so the same words twice get a space.
    this.announcement = text === this.announcement && text !== '' ? `${text}\u00a0` : text;
    this.host.requestUpdate();
  }

  private toggleSleep(): void {
    const { playback } = this.host.listening;
    playback.setSleeping(!playback.sleeping);
    const strings = this.host.surroundings().strings;
    this.announce(playback.sleeping ? strings.sleepOn : strings.sleepOff);
  }

  /** Phones have their own way to share; elsewhere the link is copied at once, and shown to be changed. */
  private async openShare(): Promise<void> {
    const share = this.shareState(false);
    if (this.isPhone()) {
      await navigator
        .share({ title: this.host.listening.edition.title, url: share.url })
        .catch(() => undefined);
      return;
    }
    this.share = share;
    await this.copyLink();
  }

  private isPhone(): boolean {
    return 'share' in navigator && matchMedia('(pointer: coarse)').matches;
  }

  private closeShare(): void {
    this.share = undefined;
    this.host.requestUpdate();
    this.host.focusControl(this.host.surroundings().strings.share);
  }

  private shareState(withTime: boolean): ShareState {
    const { edition, playback } = this.host.listening;
    const seconds = this.share?.seconds ?? playback.seconds;
    const story = edition.stories[playback.storyIndex]?.slug;
    return {
      url: linkTo(this.host.surroundings().pageUrl, story, withTime ? seconds : undefined),
      withTime,
      seconds,
    };
  }

  /** Where copying is forbidden (a frame without permission), the field with the link is enough. */
  private async copyLink(): Promise<void> {
    this.host.requestUpdate();
    try {
      await navigator.clipboard.writeText(this.share?.url ?? '');
      this.announce(this.host.surroundings().strings.copied);
    } catch {
      this.announce('');
    }
  }

  private find(query: string): void {
    const count = this.host.listening.text?.find(query) ?? 0;
    this.search = { query, count, current: count > 0 ? 0 : -1 };
    if (count > 0) this.host.listening.text?.showMatch(0);
    this.host.requestUpdate();
  }

  private findNext(step: 1 | -1): void {
    const { count, current } = this.search;
    if (count === 0) return;
    const next = (current + step + count) % count;
    this.search = { ...this.search, current: next };
    this.host.listening.text?.showMatch(next);
    this.host.requestUpdate();
  }
}
