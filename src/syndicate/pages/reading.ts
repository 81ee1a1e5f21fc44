import type { Correction, Edition, EditionSegment, EditionStory, StoryKind } from '../../edition.js';
import { clockTime } from '../clock.js';
import { safeLink } from '../links.js';
import { type Markup, markup } from '../markup.js';
import { correctionNote } from './correction-note.js';
import { icon } from './icons.js';

const KIND_NAMES: Readonly<Record<StoryKind, string>> = {
  letter: 'Letter',
  story: 'Story',
  sponsor: 'Sponsor',
  section: 'Section',
};

type ReadingInput = Pick<Edition, 'stories' | 'language' | 'corrections'>;

/**
 * The edition's text for reading: every story under its title, the words as written. Elements marked
 * `data-segment` hold exactly a segment's `source`, so that the player can follow the voice in them. A correction stands with
 * its story, or on top where it concerns the whole.
 */
export function renderReading({ stories, language, corrections = [] }: ReadingInput): Markup {
  const note = (correction: Correction) => correctionNote(correction, language);
  return markup`<article class="reading" slot="text" lang="${language}">
${corrections.filter(({ story }) => !stories.some(({ slug }) => slug === story)).map(note)}${stories.map(
  (story) =>
    renderStory(story, corrections.filter((correction) => correction.story === story.slug).map(note)),
)}</article>`;
}

function renderStory(story: EditionStory, notes: readonly Markup[]): Markup {
  const title = story.segments.find((segment) => segment.kind === 'title');
  const body = story.segments.filter((segment) => segment.kind !== 'title' && segment.source.trim() !== '');
  return markup`<section class="${story.kind === 'sponsor' ? 'reading-sponsor' : 'reading-story'}" id="${story.slug}" data-story="${story.slug}">
<p class="reading-over">${kindLabel(story.kind)} <a href="#story=${encodeURIComponent(story.slug)}" aria-label="Play from ${clockTime(story.startSeconds)}">${icon('play')}${clockTime(story.startSeconds)}</a></p>
<h2${title && markup` data-segment="${title.id}"`}>${title?.source ?? story.title}</h2>
${groupBullets(body).map(renderGroup)}${notes}${sourceLink(story)}</section>
`;
}

function kindLabel(kind: StoryKind): Markup {
  const name = KIND_NAMES[kind];
  return kind === 'sponsor' ? markup`<span class="tag">${name}</span>` : markup`<span>${name}</span>`;
}

/** Neighbouring bullets are one list. */
function groupBullets(segments: readonly EditionSegment[]): readonly (readonly EditionSegment[])[] {
  const groups: EditionSegment[][] = [];
  for (const segment of segments) {
    const open = groups.at(-1);
    if (segment.kind === 'bullet' && open?.[0]?.kind === 'bullet') open.push(segment);
    else groups.push([segment]);
  }
  return groups;
}

function renderGroup(group: readonly EditionSegment[]): Markup {
  const isList = group[0]?.kind === 'bullet';
  const items = group.map((segment) =>
    isList
      ? markup`<li data-segment="${segment.id}">${segment.source}</li>`
      : markup`<p data-segment="${segment.id}">${segment.source}</p>\n`,
  );
  return isList ? markup`<ul>${items}</ul>\n` : markup`${items}`;
}

function sourceLink(story: EditionStory): Markup | undefined {
  const link = safeLink(story.url);
  return link === undefined
    ? undefined
    : markup`<p><a href="${link}" rel="noopener">Read more at ${new URL(link).hostname}</a></p>\n`;
}
