import type { Edition, EditionSegment, EditionStory } from '../../edition.js';

/** An edition and the address that its files are relative to. */
export interface LoadedEdition {
  readonly edition: Edition;
  readonly baseUrl: string;
}

/** Why an edition could not be shown: it does not exist, can't be reached, or is not one. */
export type ManifestProblem = 'missing' | 'unreachable' | 'invalid';

/** Thrown by `loadEdition`. */
export class ManifestError extends Error {
  constructor(readonly problem: ManifestProblem) {
    super(problem);
  }
}

/**
 * Loads the edition of an element: from the JSON inside it or beside it
 * (`<script type="application/json" data-audio-edition>`), else from its `src`.
 * Throws `ManifestError`; an abort rejects with the signal's reason.
 */
export async function loadEdition(
  element: HTMLElement,
  src: string | null,
  signal: AbortSignal,
): Promise<LoadedEdition> {
  const inline = inlineManifest(element);
  if (inline !== undefined) return { edition: parse(inline), baseUrl: absolute(src ?? '') };
  if (src === null) throw new ManifestError('missing');
  const url = absolute(src);
  const response = await fetch(url, { signal, credentials: 'same-origin' }).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new ManifestError(cause instanceof TypeError ? 'unreachable' : 'invalid');
  });
  if (!response.ok) throw new ManifestError(response.status >= 500 ? 'unreachable' : 'missing');
  return { edition: parse(await response.text()), baseUrl: response.url || url };
}

const inlineSelector = 'script[type="application/json"][data-audio-edition]';

function inlineManifest(element: HTMLElement): string | undefined {
  const inside = element.querySelector(inlineSelector);
  const beside = element.nextElementSibling?.matches(inlineSelector) ? element.nextElementSibling : null;
  return (inside ?? beside)?.textContent ?? undefined;
}

function absolute(src: string): string {
  return new URL(src, document.baseURI).href;
}

function parse(text: string): Edition {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ManifestError('invalid');
  }
  if (!isEdition(value)) throw new ManifestError('invalid');
  return { ...value, stories: value.stories.map(complete) };
}

/** Editions from elsewhere may come without texts, or without times for words: they play all the same. */
function complete(story: EditionStory): EditionStory {
  const segments: readonly Partial<EditionSegment>[] = story.segments ?? [];
  return { ...story, segments: segments.map((segment) => ({ ...noSegment, ...segment })) };
}

const noSegment: EditionSegment = {
  ...{ id: '', kind: 'paragraph', role: '', source: '', speech: '', startSeconds: 0, endSeconds: 0 },
  ...{ engine: '', voice: '', take: '', words: [] },
};

function isEdition(value: unknown): value is Edition {
  const edition = value as Partial<Edition> | null;
  return (
    edition?.schema === 1 &&
    typeof edition.audio?.file === 'string' &&
    typeof edition.durationSeconds === 'number' &&
    Array.isArray(edition.stories)
  );
}
