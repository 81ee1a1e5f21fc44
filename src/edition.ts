/**
 * The vocabulary: the plain, readonly values that travel from stage to stage.
 *
 * issue → script → speech → stitch → syndicate. Times are in seconds on the episode's own clock, text
 * positions are UTF-16 offsets (`text.slice(from, to)`). This file imports nothing.
 */

/** Half-open range of UTF-16 offsets into the text it belongs to. */
export type TextSpan = readonly [from: number, to: number];

/** Something a stage left out, guessed or repaired, and why. Never dropped on the way. */
export interface Notice {
  /** Stable, kebab-case, for programs: `date-guessed`, `take-suspicious`, … */
  readonly code: string;
  /** One plain sentence for people. */
  readonly message: string;
  /** Slug of the story it concerns. */
  readonly story?: string;
  /** Id of the segment it concerns. */
  readonly segment?: string;
}

// ── issue ──────────────────────────────────────────────────────────────────────────────────────────

export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'bullet'
  | 'quote'
  | 'caption'
  | 'widget'
  | 'footer'
  | 'navigation'
  | 'hidden'
  | 'code'
  | 'table'
  | 'reference'
  | 'media';

/** Where a block stood in what the publisher wrote; lines and columns count from 1. */
export interface SourcePosition {
  readonly line?: number;
  readonly column?: number;
  /** Element path for markup, e.g. `article > p:nth-child(3)`. */
  readonly path?: string;
}

export interface Link {
  readonly span: TextSpan;
  readonly href: string;
}

export type EmphasisKind = 'strong' | 'emphasis' | 'code' | 'deleted' | 'superscript' | 'subscript';

export interface Emphasis {
  readonly span: TextSpan;
  readonly kind: EmphasisKind;
}

export interface Picture {
  readonly url: string;
  readonly alt: string;
}

/** Why a block is not spoken. `rule` names the entry of the rule table that decided. */
export interface Exclusion {
  readonly rule: string;
  readonly reason: string;
}

/** What the publisher ordered for a block in the source (`data-audio-…`, `<!-- audio: … -->`, show.json). */
export interface PublisherOrder {
  readonly skip?: boolean;
  readonly say?: string;
  readonly role?: string;
  /** Starts a story of this title here. */
  readonly story?: string;
}

/** One paragraph, bullet, heading, caption … of an issue. */
export interface Block {
  readonly kind: BlockKind;
  /** Visible text, white space folded; `\n` where the author broke a line. */
  readonly text: string;
  readonly position: SourcePosition;
  /** Headings: 1–6. Bullets: depth of the list, from 1. */
  readonly level?: number;
  /** Number of an ordered list's item. */
  readonly ordinal?: number;
  readonly links?: readonly Link[];
  readonly emphasis?: readonly Emphasis[];
  /** BCP 47, where it differs from the issue's. */
  readonly language?: string;
  /** The image this block describes or stands with. */
  readonly picture?: Picture;
  readonly order?: PublisherOrder;
  /** Present when the block must not be spoken. */
  readonly excluded?: Exclusion;
}

/** What names an issue; travels unchanged into script, edition and feed. */
export interface IssueHead {
  readonly slug: string;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** BCP 47, e.g. `en`, `en-GB`. */
  readonly language: string;
  /** Where the issue can be read. */
  readonly url?: string;
  readonly picture?: Picture;
}

/** What the publisher wrote, as blocks in reading order. Every visible character is in exactly one block. */
export interface Issue extends IssueHead {
  readonly blocks: readonly Block[];
}

// ── script ─────────────────────────────────────────────────────────────────────────────────────────

export type StoryKind = 'letter' | 'story' | 'sponsor' | 'section';
export type SegmentKind = 'announcement' | 'title' | 'paragraph' | 'bullet';

/** How a word sounds, in the alphabets that engines take: IPA, or the CMU dictionary's (`M AE1 D IH0`). */
export interface Phones {
  readonly ipa?: string;
  readonly cmu?: string;
}

/** One or more written characters and how they are spoken; `speech` is empty where nothing is said. */
export interface SpeechToken {
  /** Into `Segment.source`. */
  readonly source: TextSpan;
  readonly speech: string;
  /** How the speech, which is then one word, sounds; for engines that take phones. */
  readonly phones?: Phones;
}

/** The smallest thing that is synthesized and cached. */
export interface Segment {
  /** `<story slug>/<number in the story, from 1>`; unique in the issue. */
  readonly id: string;
  readonly kind: SegmentKind;
  readonly role: string;
  /** The words as written; empty for an announcement that nobody wrote. */
  readonly source: string;
  /** The words as spoken: the tokens' non-empty `speech`, joined by single spaces. */
  readonly speech: string;
  readonly tokens: readonly SpeechToken[];
  readonly pauseAfterSeconds: number;
}

export interface ScriptStory {
  readonly slug: string;
  readonly title: string;
  readonly kind: StoryKind;
  readonly url?: string;
  readonly picture?: Picture;
  readonly segments: readonly Segment[];
}

export interface Dropped {
  readonly kind: BlockKind;
  readonly text: string;
  readonly rule: string;
  readonly reason: string;
  /** Index into `Issue.blocks`. */
  readonly block: number;
}

export interface Script {
  readonly issue: IssueHead;
  readonly stories: readonly ScriptStory[];
  readonly dropped: readonly Dropped[];
}

// ── speech ─────────────────────────────────────────────────────────────────────────────────────────

/** When a piece of `Segment.speech` is heard, in seconds from the start of the take. */
export interface TimedSpeech {
  readonly speech: TextSpan;
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** The audio that an engine returned for one segment; the samples stand in `file`. */
export interface Take {
  /** Content address: engine, its version, voice, settings, speech text. */
  readonly key: string;
  readonly engine: string;
  readonly voice: string;
  /** A mono 16-bit PCM WAV file. */
  readonly file: string;
  readonly sampleRateHz: number;
  readonly durationSeconds: number;
  /** First and last audible moment inside the take. */
  readonly speechStartSeconds: number;
  readonly speechEndSeconds: number;
  /** In order, without overlap; may be empty. */
  readonly timings: readonly TimedSpeech[];
  /** `engine`: the service said so; `estimated`: worked out from the audio. */
  readonly timingSource: 'engine' | 'estimated';
  /** What the checks found suspicious and could not be mended by making the take again. */
  readonly findings?: readonly TakeFinding[];
  /** True when another engine spoke in place of the one that was asked for; the next build replaces it. */
  readonly provisional?: boolean;
}

/** Why a take is suspicious: `{ code: 'cut-off', message: 'ends 1.2 s before its last word' }`. */
export interface TakeFinding {
  readonly code: string;
  /** Goes on after "This take". */
  readonly message: string;
}

/** A take for every segment of the script, by segment id. */
export type Takes = ReadonlyMap<string, Take>;

// ── stitch and syndicate ───────────────────────────────────────────────────────────────────────────

/** A word as written and when it is heard. `source` points into the segment's source. */
export interface EditionWord {
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly source: TextSpan;
  readonly speech: string;
}

export interface EditionSegment {
  readonly id: string;
  readonly kind: SegmentKind;
  readonly role: string;
  readonly source: string;
  readonly speech: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly engine: string;
  readonly voice: string;
  /** Key of the take. */
  readonly take: string;
  readonly words: readonly EditionWord[];
}

export interface EditionStory {
  readonly slug: string;
  readonly title: string;
  readonly kind: StoryKind;
  readonly url?: string;
  readonly image?: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Relative to the edition's folder: `stories/01-letter.mp3`. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  /** True while a fallback engine speaks it. */
  readonly provisional?: boolean;
  readonly segments: readonly EditionSegment[];
}

export interface EditionAudio {
  /** Relative to the edition's folder: `<edition>.mp3`. */
  readonly file: string;
  /** `file` with the version of its bytes: `<edition>.mp3?v=<first 8 of sha256>`. Pages and feed link to it. */
  readonly url?: string;
  readonly mimeType: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Integrated loudness (EBU R 128) as heard on two speakers, measured after encoding. */
  readonly loudnessLufs: number;
  readonly truePeakDbtp: number;
}

/** What stitch hands on: the sound, finished and lying in a staging folder, with its timeline. */
export interface Episode {
  readonly durationSeconds: number;
  readonly audio: EditionAudio;
  /** The same sound in other formats (`podcast:alternateEnclosure`). */
  readonly alternates?: readonly EditionAudio[];
  readonly stories: readonly EditionStory[];
}

export interface PublishedFile {
  /** Relative to the edition's folder, with `/`. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Something that was put right after the edition was published. */
export interface Correction {
  /** ISO 8601, with time. */
  readonly at: string;
  /** Slug of the story it concerns. */
  readonly story?: string;
  /** What was wrong, in the editor's words. */
  readonly note: string;
}

/** `edition.json`. */
export interface Edition extends Episode {
  readonly schema: 1;
  readonly slug: string;
  readonly title: string;
  readonly date: string;
  readonly language: string;
  readonly url?: string;
  /** In the order they were made. */
  readonly corrections?: readonly Correction[];
  /**
   * What its GUID is made from beside its slug, so that editions of two shows never share one: the show's GUID, or a
   * stand-in where it had none. Given once, when the edition is first published.
   */
  readonly guidSeed?: string;
  /** How often the edition was published anew under another GUID, so that everyone is told. */
  readonly reissues?: number;
  /** Every published file of the edition but edition.json itself. */
  readonly files: readonly PublishedFile[];
  readonly notices: readonly Notice[];
}

// ── every stage ────────────────────────────────────────────────────────────────────────────────────

/** What a stage returns: its value and what there is to say about it. */
export interface StageResult<T> {
  readonly value: T;
  readonly notices: readonly Notice[];
}

// ── settings ───────────────────────────────────────────────────────────────────────────────────────

/** An engine's voice and its settings; what else an engine understands travels along as data. */
export interface VoiceSettings {
  readonly voice: string;
  readonly model?: string;
  /** 1 is the voice's own pace. */
  readonly speed?: number;
  readonly [setting: string]: string | number | boolean | undefined;
}

/** One entry of the lexicon: how the show says a word. */
export type LexiconEntry =
  | string
  | {
      /** How it is said, in plain letters. */
      readonly say: string;
      /** Only for these engines. */
      readonly engines?: readonly string[];
      readonly ipa?: string;
      readonly cmu?: string;
      /** The key is a regular expression (linear-time subset), not a word. */
      readonly pattern?: boolean;
      /** Match upper and lower case exactly. */
      readonly caseSensitive?: boolean;
    };

/** What speaking costs on a user's plan. */
export interface SpeechPrice {
  /** Of a model at full price; one that costs half the credits costs half of it. */
  readonly dollarsPer1000Characters: number;
}

/** `voices.json`: who speaks, and how words are said. */
export interface Voices {
  /** Engine's name, or `auto`. */
  readonly engine: string;
  /** Engines to fall back to, whole stories at a time. */
  readonly fallback?: readonly string[];
  /** What the user's plan costs, by engine. */
  readonly price?: Readonly<Record<string, SpeechPrice>>;
  /** role → engine → voice. */
  readonly roles: Readonly<Record<string, Readonly<Record<string, VoiceSettings>>>>;
  readonly lexicon: Readonly<Record<string, LexiconEntry>>;
}

export interface SoundFile {
  readonly file: string;
  readonly levelLufs?: number;
  readonly fadeInSeconds?: number;
  readonly fadeOutSeconds?: number;
}

/** A rule of the publisher's for reading issues; exactly one of `selector` and `text` finds the blocks. */
export interface ReadingRule {
  readonly selector?: string;
  /** Regular expression over a block's text. */
  readonly text?: string;
  readonly do: 'skip' | 'read' | 'story' | 'cast';
  readonly role?: string;
  readonly title?: string;
}

export interface Person {
  readonly name: string;
  readonly role?: string;
  readonly href?: string;
  readonly img?: string;
}

/** `show.json`: the podcast. */
export interface Show {
  readonly title: string;
  readonly author: string;
  readonly email?: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  readonly link?: string;
  /** Where `--out` is served, without a trailing slash. */
  readonly baseUrl?: string;
  /** Path of a square JPEG or PNG, 1400–3000 px. */
  readonly artwork?: string;
  /** Apple's categories: `News`, or `News > Tech News`. */
  readonly categories: readonly string[];
  readonly explicit: boolean;
  readonly guid?: string;
  readonly copyright?: string;
  readonly locked?: boolean;
  readonly persons?: readonly Person[];
  /** Where listeners can give money. */
  readonly funding?: { readonly url: string; readonly text: string };
  /** SPDX identifier or name of the episodes' licence. */
  readonly license?: string;
  /** The show's pages in podcast apps, by the app's name: `"Apple Podcasts": "https://…"`. */
  readonly subscribe?: Readonly<Record<string, string>>;
  /** CSS colour of pages and player, `#rrggbb`. */
  readonly accent?: string;
  readonly sound?: {
    readonly targetLufs?: number;
    readonly truePeakDbtp?: number;
    readonly intro?: SoundFile;
    readonly outro?: SoundFile;
    readonly transition?: SoundFile;
    readonly bed?: SoundFile;
  };
  /** The words between stories; `{title}` stands for the story's. Empty: nothing is said. */
  readonly announce?: { readonly story?: string; readonly sponsor?: string; readonly section?: string };
  readonly reading?: readonly ReadingRule[];
}
