/**
 * When an edition was heard to its end, links to the one that came after it. Its page was written before that one, so
 * the show's index is asked, once, and only then; from disk, where pages can't be asked, nothing happens.
 */
export function offerNextEdition(root: Document): void {
  const place = root.querySelector<HTMLElement>('[data-next-edition]');
  const player = root.querySelector('audio-edition');
  if (place === null || !location.protocol.startsWith('http')) return;
  player?.addEventListener('ended', () => void showNext(place), { once: true });
}

async function showNext(place: HTMLElement): Promise<void> {
  const index = new URL('../index.html', location.href);
  const next = await nextOf(folderOf(location.href), index).catch(() => undefined);
  if (next === undefined) return;
  const link = document.createElement('a');
  link.rel = 'next';
  link.href = new URL(next.address, index).href;
  link.textContent = next.title;
  place.append(link);
  place.hidden = false;
}

/** The entry above this edition's in the index, whose newest comes first. */
async function nextOf(
  folder: string,
  index: URL,
): Promise<{ readonly address: string; readonly title: string } | undefined> {
  const page = new DOMParser().parseFromString(await (await fetch(index)).text(), 'text/html');
  const links = Array.from(page.querySelectorAll('.editions-entry h2 a'), (link) => ({
    address: link.getAttribute('href') ?? '',
    title: link.textContent ?? '',
  }));
  const own = links.findIndex(({ address }) => folderOf(new URL(address, index).href) === folder);
  return own > 0 ? links[own - 1] : undefined;
}

function folderOf(address: string): string {
  return new URL('.', address).pathname;
}
