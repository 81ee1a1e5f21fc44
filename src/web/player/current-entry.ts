/** Keeps the current story in sight where the list of stories scrolls in itself; never moves the page. */
export function revealCurrentStory(shadow: ParentNode): void {
  const list = shadow.querySelector<HTMLElement>('.list');
  const entry = list?.querySelector<HTMLElement>('[aria-current]');
  if (!list || !entry || list.scrollHeight <= list.clientHeight) return;
  const [outer, inner] = [list.getBoundingClientRect(), entry.getBoundingClientRect()];
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
  list.scrollBy({ top: inner.top - outer.top - outer.height / 3, behavior: 'instant' });
}
