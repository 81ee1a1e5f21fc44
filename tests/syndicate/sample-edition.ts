import type {
  EditionSegment,
  EditionStory,
  Episode,
  IssueHead,
  SegmentKind,
  Show,
  StoryKind,
} from '../../src/edition.js';

export const SHOW: Show = {
  title: 'The Slow Post',
  author: 'Mara Lindqvist',
  email: 'mara@slowpost.example',
  description: 'A weekly letter about things that take their time.',
  language: 'en',
  link: 'https://slowpost.example/',
  baseUrl: 'https://audio.slowpost.example/show',
  categories: ['News > Tech News', 'Society & Culture'],
  explicit: false,
};

export const ISSUE: IssueHead = {
  slug: 'issue-12',
  title: 'A bell under the ice',
  date: '2026-03-05',
  language: 'en',
  url: 'https://slowpost.example/12',
};

const SEGMENT_SECONDS = 4;

/** A segment whose words are spread evenly over its four seconds. */
export function segment(id: string, kind: SegmentKind, source: string, startSeconds: number): EditionSegment {
  const written = [...source.matchAll(/\S+/g)];
  const speech = source === '' ? 'Next story.' : source;
  const wordSeconds = SEGMENT_SECONDS / Math.max(1, written.length);
  return {
    id,
    kind,
    role: 'narrator',
    source,
    speech,
    startSeconds,
    endSeconds: startSeconds + SEGMENT_SECONDS,
    engine: 'local',
    voice: 'slt',
    take: 'a'.repeat(64),
    words: written.map((match, index) => ({
      startSeconds: startSeconds + index * wordSeconds,
      endSeconds: startSeconds + (index + 1) * wordSeconds,
      source: [match.index, match.index + match[0].length],
      speech: match[0],
    })),
  };
}

export interface StoryText {
  readonly slug: string;
  readonly title: string;
  readonly kind?: StoryKind;
  readonly url?: string;
  readonly paragraphs: readonly (string | { readonly bullet: string })[];
}

/** An episode in which every story says its title, then its paragraphs, four seconds each. */
export function episodeOf(stories: readonly StoryText[], slug = ISSUE.slug): Episode {
  let seconds = 0;
  const timed = stories.map((story, index): EditionStory => {
    const startSeconds = seconds;
    const texts = [{ kind: 'title' as const, text: story.title }, ...story.paragraphs.map(asText)];
    const segments = texts.map(({ kind, text }, number) => {
      const made = segment(`${story.slug}/${number + 1}`, kind, text, seconds);
      seconds += SEGMENT_SECONDS + 0.5;
      return made;
    });
    return {
      slug: story.slug,
      title: story.title,
      kind: story.kind ?? 'story',
      ...(story.url === undefined ? {} : { url: story.url }),
      startSeconds,
      endSeconds: seconds,
      file: `stories/${String(index + 1).padStart(2, '0')}-${story.slug}.mp3`,
      bytes: 1000,
      sha256: 'b'.repeat(64),
      segments,
    };
  });
  return {
    durationSeconds: seconds,
    audio: {
      file: `${slug}.mp3`,
      mimeType: 'audio/mpeg',
      bytes: 123_456,
      sha256: `0123abcd${'e'.repeat(56)}`,
      loudnessLufs: -16,
      truePeakDbtp: -1.5,
    },
    stories: timed,
  };
}

function asText(paragraph: string | { readonly bullet: string }): { kind: SegmentKind; text: string } {
  return typeof paragraph === 'string'
    ? { kind: 'paragraph', text: paragraph }
    : { kind: 'bullet', text: paragraph.bullet };
}

export const STORIES: readonly StoryText[] = [
  {
    slug: 'letter',
    title: 'On waiting for spring',
    kind: 'letter',
    paragraphs: ['The lake froze on a Tuesday. By Friday, somebody had skated to the bell and back.'],
  },
  {
    slug: 'bell',
    title: 'A bell under the ice',
    url: 'https://slowpost.example/12/bell',
    paragraphs: [
      'Divers found it at $2.50 worth of depth, as the old joke goes. It still rings.',
      { bullet: 'Cast in 1604.' },
      { bullet: 'Lost in 1877 & never insured.' },
    ],
  },
  { slug: 'kiln', title: 'Kiln & Sons', kind: 'sponsor', paragraphs: ['Bricks, but slowly.'] },
];
