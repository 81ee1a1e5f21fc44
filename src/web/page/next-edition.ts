/**
 * When an edition was heard to its end, links to the one that came after it. Its page was written before that one, so
 * the show's index is asked, once, and only then; from disk, where pages can't be asked, nothing happens.
 */
export function offerNextEdition(root: Document): void {
  const link = root.querySelector<HTMLAnchorElement>('a[data-next-edition]');
  const player = root.querySelector('audio-edition');
  if (link === null || !location.protocol.startsWith('http')) return;
  player?.addEventListener('ended', () => void showNext(link), { once: true });
}

/** The link has its first words already. */
async function showNext(link: HTMLAnchorElement): Promise<void> {
  const index = new URL('../index.html', location.href);
  const next = await nextOf(folderOf(location.href), index).catch(() => undefined);
  if (next === undefined) return;
  link.href = new URL(next.address, index).href;
  link.append(next.title);
  link.hidden = false;
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
