import type { Command } from './keys.js';
import type { Studio } from './model/studio.js';

/** What every command does; a mapped type, so that none is forgotten. */
export function commandsOf(studio: Studio, page: ParentNode): Readonly<Record<Command, () => void>> {
  const { desk, hearing, orders, comparison, saying, publishing, talk } = studio;
  const withSegment =
    (work: (segment: NonNullable<typeof desk.segment>) => unknown): (() => void) =>
    () => {
      if (desk.segment !== undefined) void work(desk.segment);
    };
  const stepped = (step: () => void): void => {
    step();
    focusSegment(page, desk.segmentId);
  };
  const pick = (by: 1 | -1): void => {
    const words = desk.pickNeighbour(by);
    if (words !== undefined) talk.announce(words.text);
  };
  return {
    play: withSegment((segment) => hearing.playSegment(segment)),
    'play-story': () => desk.story && hearing.playStory(desk.story, desk.segmentId),
    join: withSegment((segment) => hearing.playJoin(segment)),
    next: () => stepped(() => desk.step(1)),
    previous: () => stepped(() => desk.step(-1)),
    'next-story': () => stepped(() => desk.stepStory(1)),
    'previous-story': () => stepped(() => desk.stepStory(-1)),
    'next-word': () => pick(1),
    'previous-word': () => pick(-1),
    edit: withSegment(({ id, spoken }) => spoken && desk.edit(id)),
    'story-text': () => studio.rewriting.open(),
    say: () => saying.open(),
    'new-take': withSegment((segment) => segment.spoken && comparison.make(segment)),
    'take-a': () => comparison.hear(0),
    'take-b': () => comparison.hear(1),
    'choose-take': () => void comparison.chooseHeard(),
    'leave-out': withSegment((segment) => orders.toggleSegment(segment)),
    undo: () => void orders.undo(),
    redo: () => void orders.redo(),
    find: () => page.querySelector<HTMLElement>('input[type="search"]')?.focus(),
    publish: () => void publishing.review(),
    help: () => studio.openHelp(true),
  };
}

/** Keys walk with the focus, so that what is read out is where the editor is. */
export function focusSegment(page: ParentNode, id: string | undefined): void {
  if (id === undefined) return;
  // Once it is drawn.
  requestAnimationFrame(() => segmentElement(page, id)?.focus({ preventScroll: true }));
}

/** A segment as it is drawn. */
export function segmentElement(page: ParentNode, id: string | undefined): HTMLElement | undefined {
  if (id === undefined) return undefined;
  return page.querySelector<HTMLElement>(`#${CSS.escape(`segment-${id}`)}`) ?? undefined;
}
