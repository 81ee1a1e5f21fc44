/** Media events that the element passes on under their own names, so that `element.onplay` and the like work. */
const mediaEvents = ['play', 'pause', 'ended', 'timeupdate', 'seeked', 'ratechange', 'volumechange'] as const;

/**
 * The audio element of a player: the one that the page brought inside it, else a new one in the same place, where
 * scripts of the page find it. Its events are passed on until `signal` aborts.
 */
export function adoptAudio(player: HTMLElement, signal: AbortSignal): HTMLAudioElement {
  const audio = player.querySelector('audio') ?? appendAudio(player);
  audio.controls = false;
  for (const type of mediaEvents) {
    audio.addEventListener(type, () => player.dispatchEvent(new Event(type)), { signal });
  }
  return audio;
}

function appendAudio(player: HTMLElement): HTMLAudioElement {
  const audio = document.createElement('audio');
  audio.preload = 'none';
  player.append(audio);
  return audio;
}
