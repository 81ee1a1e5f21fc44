import type {
  Config,
  DraftStory,
  DraftView,
  Draft as KeptDraft,
  Notice,
  PublishedEdition,
} from '../../../index.js';
import type {
  Draft,
  DraftStep,
  EditionLinks,
  PlacedNotice,
  StoryItem,
  StudioEdition,
  StudioStory,
} from '../api.js';
import { addUp, costOf, type Payee } from './present-cost.js';
import { placeNotice } from './present-notices.js';
import { presentDropped, presentSegment } from './present-segment.js';

/** What an edition is shown from. */
export interface EditionParts {
  readonly published: PublishedEdition;
  readonly draft: KeptDraft;
  readonly view: DraftView;
  readonly config: Config;
  readonly siteUrl?: string | undefined;
  readonly canTakeBack: boolean;
}

/** An edition as the page shows it. */
export function presentEdition(parts: EditionParts): StudioEdition {
  const { published, draft, view } = parts;
  const { edition } = published;
  const { slug, title, date, language, durationSeconds, audio } = edition;
  return {
    slug,
    title,
    date,
    language,
    durationSeconds,
    loudnessLufs: audio.loudnessLufs,
    truePeakDbtp: audio.truePeakDbtp,
    version: audio.sha256.slice(0, 8),
    engine: view.engine,
    stories: presentStories(published, view),
    notices: noticesOf(published, view)
      .filter(({ story }) => story === undefined)
      .map(placeNotice),
    lexicon: view.lexicon,
    corrections: edition.corrections ?? [],
    canTakeBack: parts.canTakeBack,
    links: linksOf(slug, audio.file, parts),
    draft: presentDraft(draft, view, published),
  };
}

const presented = new WeakMap<DraftView, readonly StudioStory[]>();

/** The stories of a view, put together once: with the words of an hour they are the larger part of the work. */
function presentStories(published: PublishedEdition, view: DraftView): readonly StudioStory[] {
  const stories = presented.get(view) ?? view.stories.map((story) => presentStory(story, published, view));
  presented.set(view, stories);
  return stories;
}

/** A draft as the page shows it. */
export function presentDraft(
  { revision, steps, undone }: KeptDraft,
  view: DraftView,
  published: PublishedEdition,
): Draft {
  const changed = changedStories(view, published);
  return {
    revision,
    steps: steps.map(presentStep),
    undone: undone.map(presentStep),
    cost: costOf(view.cost, view),
    changedStories: changed,
    unchangedStories: view.spoken.filter((slug) => !changed.includes(slug)).length,
  };
}

/** A step without the changes that it came to. */
export function presentStep({ id, at, title, story, segment }: KeptDraft['steps'][number]): DraftStep {
  return {
    id,
    at,
    title,
    ...(story === undefined ? {} : { story }),
    ...(segment === undefined ? {} : { segment }),
  };
}

/** Slugs of the stories that would be made anew, and of those that would go. */
export function changedStories(view: DraftView, { edition }: PublishedEdition): readonly string[] {
  const spoken = new Set(view.spoken);
  const gone = edition.stories.map(({ slug }) => slug).filter((slug) => !spoken.has(slug));
  return [...view.meant, ...gone];
}

/** Where the published edition is found. */
export function linksOf(
  slug: string,
  audioFile: string,
  { config, siteUrl }: Pick<EditionParts, 'config' | 'siteUrl'>,
): EditionLinks {
  const { baseUrl } = config.show;
  const folder = encodeURIComponent(slug);
  return {
    ...(siteUrl === undefined ? {} : { localPage: `${siteUrl}${folder}/`, localFeed: `${siteUrl}feed.xml` }),
    ...(baseUrl === undefined
      ? {}
      : {
          page: `${baseUrl}/${folder}/`,
          feed: `${baseUrl}/feed.xml`,
          audio: `${baseUrl}/${folder}/${encodeURIComponent(audioFile)}`,
        }),
  };
}

function presentStory(viewed: DraftStory, published: PublishedEdition, view: DraftView): StudioStory {
  const { story, segments, spoken, orderedVoice, markdown } = viewed;
  const { slug, title, kind } = story;
  const before = published.edition.stories.find((one) => one.slug === slug);
  const heard = segments.filter((segment) => segment.spoken);
  const notices = noticesOf(published, view).filter((notice) => notice.story === slug);
  const isWhole = ({ segment }: Notice) => !segments.some((one) => one.segment.id === segment);
  return {
    slug,
    title,
    kind,
    voices: [...new Set(heard.map(({ voice }) => voice).filter((voice) => voice !== ''))],
    ...(orderedVoice === undefined ? {} : { orderedVoice }),
    spoken,
    changed: view.meant.has(slug) || spoken !== (before !== undefined),
    provisional: before?.provisional ?? false,
    ...(markdown === undefined ? {} : { markdown }),
    ...(before === undefined
      ? {}
      : { published: { startSeconds: before.startSeconds, endSeconds: before.endSeconds } }),
    cost: addUp(spoken ? heard.map(({ cost }) => costOf(cost, view)) : []),
    newTakeCost: addUp(heard.map(({ newTakeCost }) => costOf(newTakeCost, view))),
    notices: notices.filter(isWhole).map(placeNotice),
    items: itemsOf(viewed, view, notices),
  };
}

function itemsOf(
  { segments, droppedFirst }: DraftStory,
  payee: Payee,
  notices: readonly Notice[],
): readonly StoryItem[] {
  return [
    ...droppedFirst.map(presentDropped),
    ...segments.flatMap((viewed): StoryItem[] => [
      presentSegment(viewed, payee, noticesAt(viewed.segment.id, notices)),
      ...viewed.droppedAfter.map(presentDropped),
    ]),
  ];
}

function noticesAt(id: string, notices: readonly Notice[]): readonly PlacedNotice[] {
  return notices.filter(({ segment }) => segment === id).map(placeNotice);
}

/** What was told when it was published, and what the draft adds. What a take's checks say is told of the take itself. */
function noticesOf({ edition }: PublishedEdition, view: DraftView): readonly Notice[] {
  const all = [...edition.notices.filter(({ story }) => !view.meant.has(story ?? '')), ...view.notices];
  const told = new Map(all.map((notice) => [JSON.stringify(notice), notice]));
  return [...told.values()].filter(({ code }) => code !== 'take-suspicious');
}
