import type { Edition, EditionSegment, EditionStory, SegmentKind, StoryKind } from '../../../src/edition.js';

/** A story as a test writes it: `- ` begins a bullet, anything else is a paragraph. */
export interface WrittenStory {
  readonly slug: string;
  readonly title: string;
  readonly kind?: StoryKind;
  readonly text: readonly string[];
}

/** What a test may want otherwise. */
export interface EditionOptions {
  readonly slug?: string;
  readonly title?: string;
  readonly language?: string;
  readonly durationSeconds?: number;
  readonly audioFile?: string;
  /** Whether the engine gave times for words. */
  readonly hasWordTimes?: boolean;
}

/** Six hexadecimal digits eight times over: as good as any sum to a player. */
const sha256 = 'c0ffee00'.repeat(8);

interface Written {
  readonly kind: SegmentKind;
  readonly source: string;
}

/** An edition whose words are spoken at an even pace over the whole of its duration. */
export function makeEdition(stories: readonly WrittenStory[], options: EditionOptions = {}): Edition {
  const { durationSeconds = 60, audioFile = 'tone-60s.mp3', slug = 'no-7', hasWordTimes = true } = options;
  const written = stories.map(segmentsOf);
  const wordCount = written.flat().reduce((sum, { source }) => sum + wordsIn(source).length, 0);
  const secondsPerWord = durationSeconds / wordCount;
  let clock = 0;
  const timed = stories.map((story, index): EditionStory => {
    const startSeconds = clock;
    const segments = (written[index] ?? []).map((segment, number): EditionSegment => {
      const start = clock;
      clock += wordsIn(segment.source).length * secondsPerWord;
      return timedSegment(`${story.slug}/${number + 1}`, segment, start, secondsPerWord, hasWordTimes);
    });
    const { slug: storySlug, title, kind = 'story' } = story;
    const file = `stories/${storySlug}.mp3`;
    return {
      slug: storySlug,
      title,
      kind,
      startSeconds,
      endSeconds: clock,
      file,
      bytes: 1,
      sha256,
      segments,
    };
  });
  return {
    ...{ schema: 1, slug, title: options.title ?? 'The seventh letter', date: '2026-03-05' },
    ...{ language: options.language ?? 'en', durationSeconds, stories: timed, files: [], notices: [] },
    audio: {
      ...{ file: audioFile, mimeType: 'audio/mpeg', bytes: 60_000, sha256 },
      ...{ loudnessLufs: -16, truePeakDbtp: -1 },
    },
  };
}

function segmentsOf(story: WrittenStory): Written[] {
  const body = story.text.map((line): Written => {
    return line.startsWith('- ')
      ? { kind: 'bullet', source: line.slice(2) }
      : { kind: 'paragraph', source: line };
  });
  return [{ kind: 'title', source: story.title }, ...body];
}

function wordsIn(text: string): RegExpMatchArray[] {
  return Array.from(text.matchAll(/\S+/g));
}

function timedSegment(
  id: string,
  { kind, source }: Written,
  startSeconds: number,
  secondsPerWord: number,
  hasWordTimes: boolean,
): EditionSegment {
  const words = wordsIn(source).map((match, index) => ({
    startSeconds: startSeconds + index * secondsPerWord,
    endSeconds: startSeconds + (index + 1) * secondsPerWord,
    source: [match.index ?? 0, (match.index ?? 0) + match[0].length] as const,
    speech: match[0],
  }));
  return {
    ...{ id, kind, source, role: 'narrator', speech: source, engine: 'local', voice: 'slt', take: sha256 },
    ...{ startSeconds, endSeconds: startSeconds + words.length * secondsPerWord },
    words: hasWordTimes ? words : [],
  };
}

/** Four stories with a sponsor among them; about 150 words. */
export const smallIssue: readonly WrittenStory[] = [
  {
    slug: 'before-we-begin',
    title: 'Before we begin',
    kind: 'letter',
    text: [
      'The orchard behind the station was planted by a clerk who never saw it bloom. He wrote down every tree, with its neighbours and its debts.',
      'This week we read his notebook, count some bees and answer one letter.',
    ],
  },
  {
    slug: 'the-clerks-orchard',
    title: 'The clerk’s orchard',
    text: [
      'Nobody knew whose trees they were. In the ledger of 1911 they stand between coal and string, at $2.50 each, paid in three parts. Mrs. Okafor found the page in May.',
      'Three things in it are worth keeping:',
      '- A map that was drawn from memory, and is right.',
      '- A list of frosts. The last one is today’s.',
      '- The names of the pickers, in their own hands.',
      '“I only wanted to know what to prune,” she says, and laughs.',
    ],
  },
  {
    slug: 'lantern-oil',
    title: 'Lantern & Oil',
    kind: 'sponsor',
    text: [
      'Lantern & Oil mends what others throw away. Readers of this letter send two lamps for the price of one.',
    ],
  },
  {
    slug: 'counting-bees',
    title: 'Counting bees without bothering them',
    text: [
      'A microphone in the lid hears the hive and guesses. It is wrong by one in twenty, which is better than a person with a notebook and a sting.',
      'The hive does not mind. It hums at 250 hertz when it is content, and higher when it is about to leave.',
    ],
  },
];
