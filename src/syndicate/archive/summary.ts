import type { Correction, Edition, EditionAudio, StoryKind } from '../../edition.js';
import { oneLine, shorten } from '../plain-text.js';

export interface StorySummary {
  readonly slug: string;
  readonly title: string;
  readonly kind: StoryKind;
  readonly url?: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** What feed and index say about an edition: its manifest without the words. */
export interface EditionSummary {
  readonly slug: string;
  readonly title: string;
  readonly date: string;
  /** When apps should think it appeared, ISO 8601: its date, or for a reissue the day of its last correction. */
  readonly publishedAt: string;
  readonly language: string;
  readonly url?: string;
  readonly durationSeconds: number;
  readonly audio: EditionAudio;
  /** The same sound in other formats. */
  readonly alternates?: readonly EditionAudio[];
  readonly stories: readonly StorySummary[];
  readonly corrections: readonly Correction[];
  readonly guidSeed?: string;
  readonly reissues: number;
  /** Names of the transcripts it has: `transcript.vtt`, … */
  readonly transcripts: readonly string[];
  /** How the edition begins, in the author's words, on one line. */
  readonly excerpt: string;
}

const EXCERPT_CHARACTERS = 280;
const TELLING_CHARACTERS = 60;

/** Reads from a manifest what feed and index need. The segments' words are not looked at. */
export function summarize(edition: Edition): EditionSummary {
  return {
    slug: edition.slug,
    title: edition.title,
    date: edition.date,
    publishedAt: publishedAt(edition),
    language: edition.language,
    ...optionalUrl(edition.url),
    durationSeconds: edition.durationSeconds,
    audio: edition.audio,
    ...(edition.alternates === undefined ? {} : { alternates: edition.alternates }),
    stories: edition.stories.map(({ slug, title, kind, url, startSeconds, endSeconds }) => {
      return { slug, title, kind, ...optionalUrl(url), startSeconds, endSeconds };
    }),
    corrections: edition.corrections ?? [],
    ...(edition.guidSeed === undefined ? {} : { guidSeed: edition.guidSeed }),
    reissues: edition.reissues ?? 0,
    transcripts: edition.files.map(({ name }) => name).filter((name) => name.startsWith('transcript.')),
    excerpt: excerptOf(edition),
  };
}

function publishedAt({ date, corrections = [], reissues = 0 }: Edition): string {
  return (reissues > 0 ? corrections.at(-1)?.at : undefined) ?? date;
}

/** Paragraphs from the start until they say something: "Dear friends," alone does not. */
function excerptOf(edition: Edition): string {
  let excerpt = '';
  for (const source of paragraphsOf(edition)) {
    excerpt = oneLine(`${excerpt} ${source}`);
    if (excerpt.length >= TELLING_CHARACTERS) break;
  }
  return shorten(excerpt, EXCERPT_CHARACTERS);
}

function* paragraphsOf({ stories }: Edition): Generator<string> {
  for (const { kind, segments } of stories) {
    if (kind === 'sponsor') continue;
    for (const segment of segments) if (segment.kind === 'paragraph') yield segment.source;
  }
}

function optionalUrl(url: string | undefined): { readonly url?: string } {
  return url === undefined ? {} : { url };
}
