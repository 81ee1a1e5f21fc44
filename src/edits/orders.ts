import type { TextSpan } from '../edition.js';

/** One change that an editor orders for an edition, in the words of the script as it stands. */
export type EditOrder =
  /** The words as spoken; without `speech` the program's own again. */
  | { readonly kind: 'speech'; readonly segment: string; readonly speech?: string | undefined }
  /**
   * Say it like this: `written` is said `spoken` (absent: as without such an entry). `segment` is where it was
   * asked; with scope `segment`, `source` says which stretch of its text is meant, else every place of `written`.
   */
  | {
      readonly kind: 'say';
      readonly written: string;
      readonly spoken?: string | undefined;
      readonly scope: 'segment' | 'edition' | 'show';
      readonly segment?: string | undefined;
      readonly source?: TextSpan | undefined;
    }
  /** A voice for the whole story, as the engine names it; without it the role's own again. */
  | { readonly kind: 'voice'; readonly story: string; readonly voice?: string | undefined }
  /** Another take, of a segment or of a whole story. It is made when it is heard or published. */
  | { readonly kind: 'new-take'; readonly segment: string }
  | { readonly kind: 'new-take'; readonly story: string }
  /** A take that is kept, by its key. */
  | { readonly kind: 'choose-take'; readonly segment: string; readonly take: string }
  | { readonly kind: 'segment-spoken'; readonly segment: string; readonly spoken: boolean }
  /** A block that a rule left out, by its index into `Issue.blocks`. */
  | { readonly kind: 'block-spoken'; readonly block: number; readonly spoken: boolean }
  | { readonly kind: 'story-spoken'; readonly story: string; readonly spoken: boolean }
  /** Slugs of all stories in the wanted order. */
  | { readonly kind: 'story-order'; readonly stories: readonly string[] }
  /** The story's text as Markdown; without it the issue's own again. */
  | { readonly kind: 'story-text'; readonly story: string; readonly markdown?: string | undefined };
