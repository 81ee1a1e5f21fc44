import { memoryKey, recall } from '../player/memory.js';

/** Less than this was no listening. */
const BEGUN_SECONDS = 5;

/**
 * Says on the show's index which editions this device has begun, how much of them is left, and which it has heard: by
 * what the player remembers here, which leaves the device for nowhere. The newest one that is begun stands out.
 *
 * An entry's link is marked `data-edition="<slug>"` and `data-seconds`, and brings its words: `data-left` (with
 * `{minutes}`) and `data-heard`, each for its text, and its name for screen readers in `data-name` (with `{state}`).
 */
export function markHeardEditions(root: Document): void {
  let isFirst = true;
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-edition]')) {
    const leftSeconds = secondsLeft(link);
    if (leftSeconds === undefined) continue;
    const isHeard = leftSeconds === 0;
    say(link, isHeard ? (link.dataset['heard'] ?? '') : leftText(link, leftSeconds));
    link.classList.add(isHeard ? 'is-heard' : 'is-begun');
    link.classList.toggle('button-main', !isHeard && isFirst);
    if (!isHeard) isFirst = false;
  }
}

/** What is left of an edition, 0 when it was heard to its end; nothing where it was never begun. */
function secondsLeft({ dataset }: HTMLAnchorElement): number | undefined {
  const slug = dataset['edition'] ?? '';
  const manifest = new URL(`${encodeURIComponent(slug)}/edition.json`, document.baseURI).href;
  const left = recall(memoryKey({ slug }, manifest))?.leftSeconds;
  const isBegun = left !== undefined && left < Number(dataset['seconds']) - BEGUN_SECONDS;
  return isBegun ? left : undefined;
}

function leftText({ dataset }: HTMLAnchorElement, seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  return (dataset['left'] ?? '').replace('{minutes}', String(minutes));
}

function say(link: HTMLAnchorElement, state: string): void {
  const text = link.querySelector('span');
  if (text !== null) text.textContent = state;
  link.setAttribute('aria-label', (link.dataset['name'] ?? '').replace('{state}', state));
}
