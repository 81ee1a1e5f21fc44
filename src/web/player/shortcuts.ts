import type { Playback } from './playback.js';

/**
 * Keys that work anywhere inside the player, and only there (WCAG 2.1.4), as on the large video sites:
 * K plays and pauses, J and L jump back and ahead, Shift+P and Shift+N change the story, M mutes.
 */
export function shortcutFor(event: KeyboardEvent, playback: Playback): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return undefined;
  const { audio } = playback;
  const shortcuts: Readonly<Record<string, () => void>> = {
    k: () => playback.toggle(),
    j: () => playback.seekBy(-15),
    l: () => playback.seekBy(30),
    N: () => playback.nextStory(),
    P: () => playback.previousStory(),
    m: () => {
      audio.muted = !audio.muted;
    },
  };
  return shortcuts[event.key];
}

/** Where letters are text, or choose from a list. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (target instanceof HTMLInputElement) return target.type !== 'range' && target.type !== 'checkbox';
  return target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
}
