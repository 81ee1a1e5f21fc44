import type { Block, Issue, Segment, SegmentKind, Show, SpeechToken, StoryKind } from '../edition.js';
import { type ListReading, listReadings } from './list-readings.js';
import { withinList } from './list-speech.js';
import type { StoryOutline } from './outline.js';
import { boundaryBehindStory, boundaryBetween, pauseSeconds, type Side } from './pauses.js';
import { type Piece, piecesOf } from './pieces.js';
import type { PlacedBlock } from './placed-block.js';
import type { SegmentGuess } from './reading-guesses.js';
import { standIn } from './stand-ins.js';
import {
  type Guess,
  type Lexicon,
  type LexiconHit,
  languageOf,
  speechOf,
  type Verbalized,
  verbalize,
} from './verbalize/index.js';

/** What every segment is made with. */
export interface SegmentMaker {
  readonly issue: Issue;
  readonly announce: NonNullable<Show['announce']>;
  readonly lexicon: Lexicon;
  /** What was verbalized, by kind and text: most texts are first measured, then spoken. */
  readonly verbalized: Map<string, Verbalized>;
  /** Collects which entries of the lexicon were used. */
  readonly lexiconHits: LexiconHit[];
  /** Collects what the context did not settle. */
  readonly guesses: SegmentGuess[];
  /** Collects the blocks to be spoken of which nothing can be said: a line of signs, say. */
  readonly silentBlocks: Set<Block>;
  readonly roleFor: (kind: StoryKind, ordered?: string) => string;
  /** How fast a role's voice speaks, 1 being the voice's own pace. */
  readonly speedOf: (role: string) => number;
  readonly maxSegmentCharacters: number;
}

/** A segment before its place in the story gives it id and pause. */
interface Spoken extends Side {
  readonly role: string;
  readonly tokens: readonly SpeechToken[];
  readonly guesses: readonly Guess[];
}

/**
 * The segments of a story, in reading order; a block of which nothing is said has none.
 *
 * @param next Kind of the story behind it.
 */
export function segmentsOf(
  story: StoryOutline,
  slug: string,
  next: StoryKind | undefined,
  maker: SegmentMaker,
): readonly Segment[] {
  const lists = listReadings(story, languageOf(maker.issue.language).language.lists);
  const spoken = [
    ...announcement(story, maker),
    ...story.blocks.flatMap((placed) => spokenBlock(placed, story, lists.get(placed.block), maker)),
  ];
  return spoken.map((one, at) => {
    const { kind, role, source, tokens, guesses } = one;
    const after = spoken[at + 1];
    const id = `${slug}/${at + 1}`;
    maker.guesses.push(
      ...guesses.map((guess) => ({
        story: slug,
        segment: id,
        written: source.slice(...guess.source),
        guess,
      })),
    );
    const boundary = after ? boundaryBetween(one, after) : boundaryBehindStory(story.kind, next);
    const pauseAfterSeconds = pauseSeconds(boundary, maker.speedOf(role));
    return { id, kind, role, source, speech: speechOf(tokens), tokens, pauseAfterSeconds };
  });
}

/** What the show says before a story, if `announce` in show.json has words for its kind; `{title}` is filled in. */
function announcement(story: StoryOutline, maker: SegmentMaker): readonly Spoken[] {
  const words = (story.kind === 'letter' ? undefined : maker.announce[story.kind])
    ?.replaceAll('{title}', story.title)
    .trim();
  if (!words) return [];
  return [unwritten(words, maker.roleFor('story'), maker)];
}

/** A segment for words that nobody wrote: its one token stands on no source. */
function unwritten(words: string, role: string, maker: SegmentMaker): Spoken {
  const { tokens } = speak(words, 'announcement', maker);
  return {
    kind: 'announcement',
    role,
    source: '',
    tokens: [{ source: [0, 0], speech: speechOf(tokens) }],
    guesses: [],
    ...ALONE,
  };
}

/** Of a segment that no list and no line holds together with the next. */
const ALONE = { level: 0, runsOn: false, sentenceGoesOn: false } as const;

function spokenBlock(
  placed: PlacedBlock,
  story: StoryOutline,
  list: ListReading | undefined,
  maker: SegmentMaker,
): readonly Spoken[] {
  const { block } = placed;
  if (placed.part === 'stand-in') {
    const words = standIn(block, languageOf(maker.issue.language).language.standIns);
    return words === undefined ? [] : [unwritten(words, maker.roleFor(story.kind), maker)];
  }
  const role = maker.roleFor(story.kind, block.order?.role);
  const kind = segmentKind(placed);
  const said = block.order?.say;
  const measure = {
    max: Math.max(1, maker.maxSegmentCharacters - (list === undefined ? 0 : LONGEST_LIST_WORDS)),
    language: maker.issue.language,
    lengthOf: (text: string) => speechLength(text, kind, maker),
  };
  const spoken =
    said === undefined
      ? piecesOf(block, measure, placed.titleEnd).map((piece) => spokenPiece(piece, kind, role, maker))
      : [ordered(block.text, said, kind, role, maker)];
  const heard = withoutSilence(spoken, maker);
  if (heard.length === 0) maker.silentBlocks.add(block);
  const level = kind === 'bullet' ? (block.level ?? 1) : 0;
  return heard.map((one, at) => ({ ...(at === 0 && list ? listed(one, list, maker) : one), level }));
}

/** Characters of a number in words, or of "and", before a bullet's own. */
const LONGEST_LIST_WORDS = 40;

/** The first segment of a bullet, as its list has it read. */
function listed(item: Spoken, list: ListReading, maker: SegmentMaker): Spoken {
  const tokens = withinList(item.tokens, list, (number) =>
    speechOf(speak(`${number}.`, 'announcement', maker).tokens),
  );
  return { ...item, tokens, sentenceGoesOn: list.sentence === 'goes-on' };
}

/** A piece of which nothing is said (a line of signs) stays with a neighbour, so that its text is kept. */
function withoutSilence(pieces: readonly Spoken[], maker: SegmentMaker): readonly Spoken[] {
  const heard: Spoken[] = [];
  for (const piece of pieces) {
    const before = heard.at(-1);
    if (before === undefined || (isHeard(before) && isHeard(piece))) heard.push(piece);
    else heard[heard.length - 1] = joined(before, piece, maker);
  }
  return heard.filter(isHeard);
}

function isHeard({ tokens }: Spoken): boolean {
  return speechOf(tokens) !== '';
}

function joined(first: Spoken, second: Spoken, maker: SegmentMaker): Spoken {
  const source = `${first.source} ${second.source}`;
  const { kind } = isHeard(first) ? first : second;
  const { tokens, guesses } = speak(source, kind, maker);
  return { ...ALONE, kind, role: first.role, source, tokens, guesses, runsOn: second.runsOn };
}

function spokenPiece(piece: Piece, blockKind: SegmentKind, role: string, maker: SegmentMaker): Spoken {
  const kind = piece.isHeadline ? 'title' : blockKind;
  const { tokens, guesses } = speak(piece.text, kind, maker);
  return { ...ALONE, kind, role, source: piece.text, tokens, guesses, runsOn: !piece.endsLine };
}

/** The publisher's own words for a block: one token over all of it. */
function ordered(source: string, said: string, kind: SegmentKind, role: string, maker: SegmentMaker): Spoken {
  const speech = speechOf(speak(said, kind, maker).tokens);
  return { ...ALONE, kind, role, source, tokens: [{ source: [0, source.length], speech }], guesses: [] };
}

function segmentKind({ block, part }: PlacedBlock): SegmentKind {
  if (part === 'label') return 'announcement';
  if (block.kind === 'heading') return 'title';
  return block.kind === 'bullet' ? 'bullet' : 'paragraph';
}

function speak(text: string, kind: SegmentKind, maker: SegmentMaker): Verbalized {
  const key = `${kind} ${text}`;
  const known = maker.verbalized.get(key);
  if (known !== undefined) return known;
  const verbalized = verbalize(text, { language: maker.issue.language, lexicon: maker.lexicon, kind });
  maker.verbalized.set(key, verbalized);
  maker.lexiconHits.push(...verbalized.lexiconHits);
  return verbalized;
}

function speechLength(text: string, kind: SegmentKind, maker: SegmentMaker): number {
  return speechOf(speak(text, kind, maker).tokens).length;
}
