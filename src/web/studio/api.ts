/**
 * The studio's HTTP API as types: what the page and scripts may ask, and what they get. JSON both ways, nothing
 * but types here; the table of endpoints is `docs/studio.md`.
 *
 * Times are in seconds, text positions are UTF-16 offsets. `GET` changes nothing. Everything else needs
 * `Content-Type: application/json`, the header {@link TOKEN_HEADER} with the session's token, and, where a
 * browser sends one, the server's own `Origin`.
 */
import type { BlockKind, Notice, SegmentKind, SpeechToken, StoryKind, TextSpan } from '../../edition.js';

/** The request header that carries the token; the page finds its value in `<meta name="studio-token">`. */
export const TOKEN_HEADER = 'x-studio-token';

// ── routes ─────────────────────────────────────────────────────────────────────────────────────────

/** Addresses, relative to the server's root; `{…}` are functions' parameters, encoded by them. */
export const ROUTES = {
  /** `GET` → {@link Session}. After a restart of the server the new token is found here. */
  session: '/api/session',
  /** `GET` → Server-sent events, see {@link StudioEvent}. */
  events: '/api/events',
  /** `GET` → {@link EditionList}. Query: `limit` (default 100), `after` (the slug that the last page ended with). */
  editions: '/api/editions',
  /** `GET` → {@link StudioEdition}: the edition as its draft has it. */
  edition: (edition: string) => `/api/editions/${encodeURIComponent(edition)}`,
  /** `GET` → the published episode, audio with byte ranges. */
  episodeAudio: (edition: string) => `${ROUTES.edition(edition)}/audio`,
  /** `GET` → one published story, audio with byte ranges. */
  storyAudio: (edition: string, story: string) =>
    `${ROUTES.edition(edition)}/stories/${encodeURIComponent(story)}/audio`,
  /**
   * `GET` → WAV from 2 s before a segment's end to 2 s after the next one's start, as published, or as the draft would
   * be with the takes that are made.
   */
  joinAudio: (edition: string, segment: string) =>
    `${ROUTES.edition(edition)}/joins/audio?segment=${encodeURIComponent(segment)}`,
  /** `GET` → {@link StoryPeaks}: the pictures of all takes that the story uses. */
  storyPeaks: (edition: string, story: string) =>
    `${ROUTES.edition(edition)}/stories/${encodeURIComponent(story)}/peaks`,
  /** `GET` → {@link SegmentTakes}: the takes that a segment has had and that are kept, oldest first. */
  segmentTakes: (edition: string, segment: string) =>
    `${ROUTES.edition(edition)}/takes?segment=${encodeURIComponent(segment)}`,
  /** `GET` → the take as it was recorded: WAV with byte ranges. Never changes. */
  takeAudio: (take: string) => `/api/takes/${encodeURIComponent(take)}/audio`,
  /** `GET` → {@link Peaks}. Never changes. */
  takePeaks: (take: string) => `/api/takes/${encodeURIComponent(take)}/peaks`,
  /** `GET` → {@link Draft}. `DELETE` drops the whole draft → {@link Draft}. */
  draft: (edition: string) => `${ROUTES.edition(edition)}/draft`,
  /** `POST` {@link OrderRequest} → {@link OrderAnswer}: one change, or (`dry`) only what it would do and cost. */
  orders: (edition: string) => `${ROUTES.edition(edition)}/orders`,
  /** `POST` {@link RevisionRequest} → {@link Draft}: takes the last change back. */
  undo: (edition: string) => `${ROUTES.edition(edition)}/draft/undo`,
  /** `POST` {@link RevisionRequest} → {@link Draft}: makes the change again that was taken back last. */
  redo: (edition: string) => `${ROUTES.edition(edition)}/draft/redo`,
  /** `DELETE` → {@link Draft}: takes one change back, whichever it is; the others stay. */
  draftStep: (edition: string, step: string) =>
    `${ROUTES.edition(edition)}/draft/steps/${encodeURIComponent(step)}`,
  /** `POST` {@link PreviewRequest} → {@link Preview}: speaks one segment as the draft has it. Abort to cancel. */
  previews: (edition: string) => `${ROUTES.edition(edition)}/previews`,
  /**
   * `GET` → {@link PublicationPlan}: what publishing the draft would change and cost.
   * `POST` {@link PublishRequest} → 202 {@link Job}.
   */
  publication: (edition: string) => `${ROUTES.edition(edition)}/publication`,
  /** `POST` {@link TakeBackRequest} → 202 {@link Job}: publishes the state before the last publication again. */
  takeBack: (edition: string) => `${ROUTES.edition(edition)}/publication/take-back`,
  /** `POST` {@link IssueRequest} → {@link IssuePlan}: reads an issue; builds and pays nothing. */
  issues: '/api/issues',
  /** `GET` → {@link IssuePlan}. `DELETE` forgets the issue → 204. */
  issue: (issue: string) => `/api/issues/${encodeURIComponent(issue)}`,
  /** `POST` {@link BuildOrder} → 202 {@link Job}. */
  build: (issue: string) => `/api/issues/${encodeURIComponent(issue)}/build`,
  /** `GET` → {@link Job}`[]`, the newest first. */
  jobs: '/api/jobs',
  /** `GET` → {@link Job}. `DELETE` cancels it → {@link Job}; what was synthesized is kept. */
  job: (job: string) => `/api/jobs/${encodeURIComponent(job)}`,
  /** `GET` → {@link EngineVoices}. Query: `engine` (default: the one that would speak). */
  voices: '/api/voices',
} as const;

/** Every answer with a status of 400 or more. */
export interface ApiError {
  readonly error: {
    /** Stable, kebab-case: `draft-changed` (409), `bad-token` (403), `edition-unknown` (404), … */
    readonly code: string;
    /** One plain sentence for people that says what to do. */
    readonly message: string;
  };
}

// ── session ────────────────────────────────────────────────────────────────────────────────────────

export interface Session {
  /** Changes with every start of the server. */
  readonly token: string;
  readonly version: string;
  readonly show: { readonly title: string; readonly language: string; readonly accent?: string };
  /** The engine that would speak a new issue. */
  readonly engine: string;
  /** Engines that can be chosen, with whether they are ready (their key is set). Keys are never sent. */
  readonly engines: readonly EngineChoice[];
  /** Where "the show from now on" is written: the path of `voices.json`, for people. */
  readonly lexiconFile: string;
  /** Where the published pages can be opened; absent where the studio is served to other machines. */
  readonly siteUrl?: string;
  readonly maxIssueBytes: number;
}

export interface EngineChoice {
  readonly name: string;
  readonly title: string;
  readonly ready: boolean;
  /** Speaks on this machine, for nothing. */
  readonly embedded: boolean;
}

export interface EngineVoices {
  readonly engine: string;
  readonly voices: readonly {
    readonly id: string;
    readonly name: string;
    readonly description?: string;
  }[];
  readonly credits?: { readonly remaining: number; readonly limit: number; readonly unit: string };
}

// ── what speaking costs ────────────────────────────────────────────────────────────────────────────

export interface Cost {
  /** Characters to be spoken and paid. */
  readonly newCharacters: number;
  /** Characters whose takes are kept. */
  readonly keptCharacters: number;
  readonly requests: number;
  /** Absent where the price is not known; 0 for the embedded engine. */
  readonly dollars?: number;
  /** In the engine's own unit, e.g. 120 `credits`. */
  readonly units?: number;
  readonly unit?: string;
}

// ── editions ───────────────────────────────────────────────────────────────────────────────────────

export interface EditionList {
  /** Newest first. */
  readonly editions: readonly EditionEntry[];
  /** Pass it as `after` for the next page; absent at the end. */
  readonly next?: string;
}

export interface EditionEntry {
  readonly slug: string;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly durationSeconds: number;
  readonly stories: number;
  readonly engines: readonly string[];
  /** A substitute engine speaks a part of it. */
  readonly provisional: boolean;
  readonly corrected: boolean;
  /** Changes that are made and not published. */
  readonly draftSteps: number;
}

/** An edition as the draft has it: what would be published now, and what of it is published already. */
export interface StudioEdition {
  readonly slug: string;
  readonly title: string;
  readonly date: string;
  readonly language: string;
  /** Of the published episode. */
  readonly durationSeconds: number;
  readonly loudnessLufs: number;
  readonly truePeakDbtp: number;
  /** Changes with every publication: `?v=` of {@link ROUTES.episodeAudio}, so that no cache is in the way. */
  readonly version: string;
  /** Engine that would speak what is new. */
  readonly engine: string;
  /** In the draft's order; left-out stories stand where they were. */
  readonly stories: readonly StudioStory[];
  /** What concerns no story. */
  readonly notices: readonly PlacedNotice[];
  readonly lexicon: readonly LexiconLine[];
  readonly corrections: readonly { readonly at: string; readonly note: string; readonly story?: string }[];
  /** There is a former state that `takeBack` can bring back. */
  readonly canTakeBack: boolean;
  readonly links: EditionLinks;
  readonly draft: Draft;
}

/** Where the published edition is found; local addresses are absent where `Session.siteUrl` is. */
export interface EditionLinks {
  readonly localPage?: string;
  readonly localFeed?: string;
  /** Below `baseUrl` of `show.json`. */
  readonly page?: string;
  readonly feed?: string;
  readonly audio?: string;
}

export interface StudioStory {
  readonly slug: string;
  readonly title: string;
  readonly kind: StoryKind;
  /** Voices that speak it, in the draft. */
  readonly voices: readonly string[];
  /** The voice that the editor ordered for the whole story. */
  readonly orderedVoice?: string;
  /** False: left out by the editor. */
  readonly spoken: boolean;
  /** Differs from what is published. */
  readonly changed: boolean;
  readonly provisional: boolean;
  /** The text that the editor wrote for the whole story; `story-text` without `markdown` brings the issue's back. */
  readonly markdown?: string;
  /** In the published episode; absent for a story that is not in it. */
  readonly published?: { readonly startSeconds: number; readonly endSeconds: number };
  /** What is to be spoken anew in this story. */
  readonly cost: Cost;
  /** What "Voice anew" (`new-take` of the whole story) would cost. */
  readonly newTakeCost: Cost;
  /** What concerns the story as a whole. */
  readonly notices: readonly PlacedNotice[];
  /** Segments and left-out blocks in reading order. */
  readonly items: readonly StoryItem[];
}

export type StoryItem = StudioSegment | DroppedBlock;

/** Something that the reader sees and the listener does not hear. */
export interface DroppedBlock {
  readonly item: 'dropped';
  /** Names the block in `block-spoken`. */
  readonly block: number;
  readonly kind: BlockKind;
  readonly text: string;
  /** Name of the rule that left it out. */
  readonly rule: string;
  /** "a picture's caption". */
  readonly reason: string;
}

export interface StudioSegment {
  readonly item: 'segment';
  /** `<story>/<number>`; may change when a block before it is spoken after all. */
  readonly id: string;
  readonly kind: SegmentKind;
  readonly role: string;
  /** As written; empty for an announcement. */
  readonly source: string;
  /** As spoken, in the draft. */
  readonly speech: string;
  /** As spoken without the editor's wording; only where that differs. */
  readonly originalSpeech?: string;
  /** What is written and how it is said: `speech` is their non-empty `speech`, joined by single spaces. */
  readonly tokens: readonly SpeechToken[];
  /** What differs between written and spoken, in order; nothing else needs a mark. */
  readonly differences: readonly Difference[];
  /** Silence after it, as the script has it; stories are played with it. */
  readonly pauseAfterSeconds: number;
  /** False: left out by the editor. */
  readonly spoken: boolean;
  /** Present where a rule left the block out and the editor has it spoken after all. */
  readonly afterAll?: { readonly block: number; readonly reason: string };
  /** Differs from what is published, in words, voice or take. */
  readonly changed: boolean;
  readonly engine: string;
  readonly voice: string;
  /** The take that would be published; absent where it is not made yet. */
  readonly take?: TakeSound;
  /** What is heard now; absent where the segment is not in the published episode. */
  readonly published?: PublishedSound;
  /** To publish it as it is in the draft; nothing new where its take is kept. */
  readonly cost: Cost;
  /** What `new-take` of this segment would cost. */
  readonly newTakeCost: Cost;
  readonly notices: readonly PlacedNotice[];
}

/** A stretch where written and spoken words are not the same. */
export interface Difference {
  /** Into `source`. */
  readonly source: TextSpan;
  /** Into `speech`; empty (from = to) where nothing is said. */
  readonly speech: TextSpan;
  /** `edited`: by an editor for this segment; `lexicon`: an entry's; `verbalized`: numbers, signs, abbreviations; `silent`: not said. */
  readonly kind: 'edited' | 'lexicon' | 'verbalized' | 'silent';
}

/** A word and when it is heard, in seconds from the segment's first sound. */
export interface HeardWord {
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Into the segment's `source`. */
  readonly source: TextSpan;
  /** Into the segment's `speech`. */
  readonly speech: TextSpan;
}

/** A take as a file: the segment sounds from `startSeconds` to `endSeconds` of it. */
export interface TakeSound {
  readonly key: string;
  /** {@link ROUTES.takeAudio}. */
  readonly url: string;
  readonly engine: string;
  readonly voice: string;
  /** Of the whole file. */
  readonly durationSeconds: number;
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Add `startSeconds` for the file's clock. */
  readonly words: readonly HeardWord[];
}

/** A segment in the published episode. */
export interface PublishedSound {
  readonly id: string;
  readonly take: string;
  /** On the episode's clock; subtract the story's start for the story's own file. */
  readonly startSeconds: number;
  readonly endSeconds: number;
  /**
   * Add `startSeconds` for the episode's clock. Positions are those of the published wording. Empty where the
   * draft's `take` is this one: then its words are these.
   */
  readonly words: readonly HeardWord[];
  readonly speech: string;
}

/** A notice with what can be done about it, as orders' kinds or `publish`. */
export interface PlacedNotice extends Notice {
  /** To be looked at; others only tell. */
  readonly warning: boolean;
  readonly remedies: readonly Remedy[];
}

export type Remedy = 'new-take' | 'choose-take' | 'speech' | 'say' | 'publish' | 'undo';

/** A pronunciation that is used in this edition, or ordered in its draft. */
export interface LexiconLine {
  readonly written: string;
  readonly spoken: string;
  readonly scope: 'edition' | 'show';
  /** Only in the draft yet. */
  readonly draft: boolean;
  /** Ids of the segments where it is written. */
  readonly segments: readonly string[];
}

// ── pictures of sound ──────────────────────────────────────────────────────────────────────────────

/** Loudest sample of every stretch of a take, on the clock of the take's file. */
export interface Peaks {
  readonly peaksPerSecond: number;
  /** Base64 of one byte each: 0 silent … 255 full scale. */
  readonly peaks: string;
}

export interface StoryPeaks {
  /** By take key: those that are published and those of the draft that are made. */
  readonly takes: Readonly<Record<string, Peaks>>;
}

// ── takes ──────────────────────────────────────────────────────────────────────────────────────────

export interface SegmentTakes {
  readonly segment: string;
  readonly speech: string;
  readonly takes: readonly TakeEntry[];
}

export interface TakeEntry extends TakeSound {
  /** From 1, oldest first. */
  readonly number: number;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly published: boolean;
  /** The one that the draft would publish. */
  readonly chosen: boolean;
  /** What the checks found: "ends 1.2 s before its last word". */
  readonly complaints: readonly string[];
}

// ── draft and orders ───────────────────────────────────────────────────────────────────────────────

/** What is changed and not published. Kept in a file, so it outlives page and server. */
export interface Draft {
  /** Grows with every change, from any window. */
  readonly revision: number;
  /** Oldest first. */
  readonly steps: readonly DraftStep[];
  /** Changes that were taken back and can be made again; the next one last. */
  readonly undone: readonly DraftStep[];
  /** Of all changes together. */
  readonly cost: Cost;
  /** Slugs of the stories that would be made anew. */
  readonly changedStories: readonly string[];
  readonly unchangedStories: number;
}

export interface DraftStep {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  /** In words: "“$2.50” is “two dollars fifty”". */
  readonly title: string;
  readonly story?: string;
  readonly segment?: string;
}

/** One change that an editor orders. */
export type Order =
  /** The words as spoken; without `speech` the program's own again. */
  | { readonly kind: 'speech'; readonly segment: string; readonly speech?: string }
  /**
   * Say it like this: `written` is said `spoken` (absent: as it would be without the entry). `segment` is where
   * it was asked; with scope `segment`, `source` says which stretch of its text is meant.
   */
  | {
      readonly kind: 'say';
      readonly written: string;
      readonly spoken?: string;
      readonly scope: 'segment' | 'edition' | 'show';
      readonly segment?: string;
      readonly source?: TextSpan;
    }
  /** A voice for the whole story, as the engine names it; without it the role's own again. */
  | { readonly kind: 'voice'; readonly story: string; readonly voice?: string }
  /** Another take, of a segment or of a whole story. It is made when it is heard or published. */
  | { readonly kind: 'new-take'; readonly segment: string }
  | { readonly kind: 'new-take'; readonly story: string }
  /** A take that is kept, by its key. */
  | { readonly kind: 'choose-take'; readonly segment: string; readonly take: string }
  | { readonly kind: 'segment-spoken'; readonly segment: string; readonly spoken: boolean }
  | { readonly kind: 'block-spoken'; readonly block: number; readonly spoken: boolean }
  | { readonly kind: 'story-spoken'; readonly story: string; readonly spoken: boolean }
  /** Slugs of all stories in the wanted order. */
  | { readonly kind: 'story-order'; readonly stories: readonly string[] }
  /** The story's text as Markdown; without it the issue's own again. */
  | { readonly kind: 'story-text'; readonly story: string; readonly markdown?: string };

export interface RevisionRequest {
  /** Revision of the draft that the page shows; another one is answered with 409 `draft-changed`. */
  readonly revision?: number;
}

export interface OrderRequest extends RevisionRequest {
  readonly order: Order;
  /** Only tell what it would do and cost. */
  readonly dry?: boolean;
}

export interface OrderAnswer {
  /** What this order alone adds. */
  readonly cost: Cost;
  /** Segments that would be spoken otherwise, or anew, or no more. */
  readonly segments: readonly string[];
  readonly stories: readonly string[];
  /** After the order; before it where it was dry. */
  readonly draft: Draft;
}

// ── hearing a segment before it is published ───────────────────────────────────────────────────────

export interface PreviewRequest {
  readonly segment: string;
  /** Heard as if this were ordered too; the draft stays as it is. */
  readonly order?: Order;
  /** Speak with the embedded engine: at once and for nothing, in its own voice. */
  readonly embedded?: boolean;
}

export interface Preview {
  readonly segment: string;
  readonly speech: string;
  readonly tokens: readonly SpeechToken[];
  readonly take: TakeSound;
  readonly peaks: Peaks;
  /** What was paid for it; publishing does not pay it again. */
  readonly cost: Cost;
}

// ── publishing ─────────────────────────────────────────────────────────────────────────────────────

export interface PublicationPlan {
  readonly revision: number;
  readonly steps: readonly DraftStep[];
  readonly stories: readonly {
    readonly slug: string;
    readonly title: string;
    readonly change: 'changed' | 'added' | 'left-out' | 'moved';
    readonly cost: Cost;
  }[];
  readonly unchangedStories: number;
  readonly totalStories: number;
  readonly cost: Cost;
  /** Entries that are written into `voices.json` (`Session.lexiconFile`); null: the entry goes. */
  readonly showLexicon: Readonly<Record<string, string | null>>;
  readonly notices: readonly PlacedNotice[];
}

export interface PublishRequest extends RevisionRequest {
  /** What was wrong, for listeners; shown as a correction. */
  readonly note?: string;
  /** Publish as a new episode, so that apps tell everyone. */
  readonly reissue?: boolean;
  /** Stop before anything is paid if more must be spoken. */
  readonly maxCharacters?: number;
}

export interface TakeBackRequest {
  /** This story alone. */
  readonly story?: string;
  readonly note?: string;
}

/** What was seen when the files were compared after the write. */
export interface PublishedProof {
  readonly changed: readonly string[];
  /** The same to the byte. */
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  readonly addedSeconds: number;
}

// ── a new issue ────────────────────────────────────────────────────────────────────────────────────

/** An issue as text, as a file's bytes, or as its address. */
export type IssueRequest = (
  | { readonly text: string }
  /** `base64`: the file's bytes; `name` with its ending tells the format. */
  | { readonly base64: string; readonly name: string }
  | { readonly url: string }
) & {
  readonly title?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  readonly slug?: string;
  readonly engine?: string;
};

export interface IssuePlan {
  /** Names the issue in further requests; kept until it is built or forgotten. */
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly date: string;
  readonly language: string;
  readonly engine: string;
  /** An edition of this name is published already; building replaces it. */
  readonly replaces: boolean;
  readonly stories: readonly PlannedStory[];
  readonly cost: Cost;
  readonly workSeconds: number;
  readonly credits?: { readonly remaining: number; readonly limit: number; readonly unit: string };
  readonly notices: readonly PlacedNotice[];
}

export interface PlannedStory {
  readonly slug: string;
  readonly title: string;
  readonly kind: StoryKind;
  readonly cost: Cost;
  readonly items: readonly (
    | {
        readonly item: 'segment';
        readonly id: string;
        readonly kind: SegmentKind;
        readonly role: string;
        readonly source: string;
        readonly speech: string;
        readonly differences: readonly Difference[];
      }
    | DroppedBlock
  )[];
}

export interface BuildOrder {
  readonly maxCharacters?: number;
}

// ── jobs and events ────────────────────────────────────────────────────────────────────────────────

/** Work that takes a while. Survives a reload of the page; one that a stopped server left is `interrupted`. */
export interface Job {
  readonly id: string;
  readonly kind: 'build' | 'publish' | 'take-back';
  /** Slug of the edition; for a build as it was planned. */
  readonly edition: string;
  readonly title: string;
  /** Of a build: the {@link IssuePlan} that is built; still there where the build did not come to its end. */
  readonly issue?: string;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled' | 'interrupted';
  /** ISO 8601. */
  readonly startedAt: string;
  /** Of one that was interrupted: when the next server saw it. */
  readonly endedAt?: string;
  readonly progress: JobProgress;
  /** What was told on the way, the newest last; at most 20. */
  readonly messages: readonly string[];
  readonly notices: readonly PlacedNotice[];
  /** Present when it is done. */
  readonly result?: JobResult;
  /** Present when it failed. */
  readonly error?: ApiError['error'];
}

export interface JobProgress {
  readonly stage?: 'issue' | 'script' | 'speech' | 'stitch' | 'syndicate';
  readonly segmentsDone: number;
  readonly segments: number;
  readonly charactersDone: number;
  readonly characters: number;
  readonly storiesDone: number;
  readonly stories: number;
  /** Worked out from the pace so far; absent before there is any. */
  readonly secondsLeft?: number;
}

export interface JobResult {
  readonly edition: string;
  readonly durationSeconds: number;
  readonly links: EditionLinks;
  /** What services were sent, a sentence each. */
  readonly bill: readonly string[];
  /** Of a publication; a build has none. */
  readonly proof?: PublishedProof;
  /** What was written into the show's lexicon, or put back there; null: the word has no entry now. */
  readonly showLexicon?: Readonly<Record<string, string | null>>;
}

/**
 * What the event stream tells. Each is sent with its `type` as event name and itself as JSON data. On connecting
 * (also again) every job that is running or ended lately is told once, so nothing is missed.
 */
export type StudioEvent =
  | { readonly type: 'job'; readonly job: Job }
  /** The draft was changed, by whichever window. */
  | { readonly type: 'draft'; readonly edition: string; readonly revision: number }
  /** An edition was published or taken back; lists and views of it are old. */
  | { readonly type: 'edition'; readonly edition: string };
