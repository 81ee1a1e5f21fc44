import type { EditionSegment, EditionStory } from '../../../edition.js';
import { clockTime } from '../clock.js';
import { fill, type Strings } from '../strings/strings.js';

/** What the text needs to know of its edition. */
export interface TextOptions {
  readonly stories: readonly EditionStory[];
  readonly language: string;
  readonly strings: Strings;
}

/**
 * The text of an edition as written, for pages that do not bring it: stories with heading, paragraphs and lists,
 * every segment marked with `data-segment`. Plain text nodes throughout: nothing in an edition is markup.
 */
export function buildText(options: TextOptions): HTMLElement {
  const article = element('article', 'reading');
  article.lang = options.language;
  article.append(...options.stories.map((story) => storySection(story, options.strings)));
  return article;
}

function storySection(story: EditionStory, strings: Strings): HTMLElement {
  const section = element('section', story.kind === 'sponsor' ? 'reading-sponsor' : 'reading-story');
  section.dataset['story'] = story.slug;
  const written = story.segments.filter((segment) => segment.source.trim() !== '');
  const title = written.find((segment) => segment.kind === 'title');
  const heading = element('h3', '', title?.source ?? story.title);
  heading.dir = 'auto';
  if (title !== undefined) heading.dataset['segment'] = title.id;
  const rest = written.filter((segment) => segment !== title);
  section.append(overline(story, strings), heading, ...paragraphsAndLists(rest));
  return section;
}

function overline(story: EditionStory, strings: Strings): HTMLElement {
  const line = element('p', 'reading-over');
  const kind = element('span', story.kind === 'sponsor' ? 'tag' : '', strings[story.kind]);
  const time = clockTime(story.startSeconds);
  const play = link(`#story=${encodeURIComponent(story.slug)}`, time);
  play.setAttribute('aria-label', `${fill(strings.playFrom, { time })}: ${story.title}`);
  line.append(kind, play);
  if (story.url !== undefined && /^https?:/.test(story.url)) line.append(link(story.url, strings.source));
  return line;
}

/** Bullets that follow each other are one list. */
function paragraphsAndLists(segments: readonly EditionSegment[]): HTMLElement[] {
  const blocks: HTMLElement[] = [];
  for (const segment of segments) {
    const isBullet = segment.kind === 'bullet';
    const block = element(isBullet ? 'li' : 'p', '', segment.source);
    block.dataset['segment'] = segment.id;
    // The page may read the other way than the edition.
    block.dir = 'auto';
    const last = blocks.at(-1);
    if (!isBullet) blocks.push(block);
    else if (last?.localName === 'ul') last.append(block);
    else blocks.push(list(block));
  }
  return blocks;
}

function list(first: HTMLElement): HTMLElement {
  const ul = element('ul', '');
  ul.setAttribute('role', 'list');
  ul.append(first);
  return ul;
}

function link(href: string, text: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.textContent = text;
  return anchor;
}

function element(name: string, className: string, text = ''): HTMLElement {
  const created = document.createElement(name);
  if (className !== '') created.className = className;
  if (text !== '') created.textContent = text;
  return created;
}
