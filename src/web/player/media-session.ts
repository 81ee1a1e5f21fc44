import type { Edition } from '../../edition.js';

/** What the lock screen may ask for. */
export interface SessionActions {
  play(): void;
  pause(): void;
  seekTo(seconds: number): void;
  seekBy(seconds: number): void;
  previousStory(): void;
  nextStory(): void;
}

/** What the lock screen shows. */
export interface SessionState {
  readonly edition: Edition;
  readonly storyIndex: number;
  readonly show: string;
  /** Absolute URL of a picture; empty for none. */
  readonly artwork: string;
}

/** `chapterInfo` is in Chromium and in the specification, not yet in TypeScript's library. */
type MetadataWithChapters = MediaMetadataInit & {
  chapterInfo: readonly { title: string; startTime: number; artwork: readonly MediaImage[] }[];
};

/** Puts title, picture and chapters of what plays on the lock screen. Does nothing where there is none. */
export function showSession(state: SessionState): void {
  if (!('mediaSession' in navigator)) return;
  const { edition } = state;
  // Browsers complain of a picture from disk, where a page may have been opened.
  const artwork = /^https?:/.test(state.artwork) ? [{ src: state.artwork }] : [];
  const metadata: MetadataWithChapters = {
    title: edition.stories[state.storyIndex]?.title ?? edition.title,
    artist: state.show,
    album: edition.title,
    artwork,
    chapterInfo: edition.stories.map(({ title, startSeconds }) => ({
      title,
      startTime: startSeconds,
      artwork: [],
    })),
  };
  navigator.mediaSession.metadata = new MediaMetadata(metadata);
}

/** Lets the lock screen's buttons reach the player that plays. */
export function connectSession(actions: SessionActions): void {
  const handlers: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> = {
    play: () => actions.play(),
    pause: () => actions.pause(),
    stop: () => actions.pause(),
    seekto: ({ seekTime }) => actions.seekTo(seekTime ?? 0),
    seekbackward: ({ seekOffset }) => actions.seekBy(-(seekOffset || 15)),
    seekforward: ({ seekOffset }) => actions.seekBy(seekOffset || 30),
    previoustrack: () => actions.previousStory(),
    nexttrack: () => actions.nextStory(),
  };
  for (const [action, handler] of Object.entries(handlers)) setHandler(action as MediaSessionAction, handler);
}

/** Tells the lock screen where the voice is, so that its seek bar is right. */
export function placeSession(durationSeconds: number, positionSeconds: number, speed: number): void {
  if (!('mediaSession' in navigator) || durationSeconds <= 0) return;
  navigator.mediaSession.setPositionState({
    duration: durationSeconds,
    position: Math.min(Math.max(0, positionSeconds), durationSeconds),
    playbackRate: speed,
  });
}

function setHandler(action: MediaSessionAction, handler: MediaSessionActionHandler): void {
  try {
    navigator.mediaSession?.setActionHandler(action, handler);
  } catch {
    // Browsers refuse actions that they do not know.
  }
}
