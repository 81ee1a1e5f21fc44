import type { Edition, Issue, Notice, Script } from '../edition.js';
import { type Edits, NO_EDITS, parseEdits } from '../edits/edits.js';
import { AudioEditionError, messageOf } from '../errors.js';
import { type OutgoingFile, PRIVATE_FOLDER, type Store } from '../store/contract.js';

/** All that an edition was made from; what regenerating starts with, and what undoing brings back. */
export interface EditionState {
  readonly schema: 1;
  readonly issue: Issue;
  /** As spoken: with the edits. */
  readonly script: Script;
  /** Of all stages. */
  readonly notices: readonly Notice[];
  readonly edits: Edits;
  /** Key of the take by segment id. */
  readonly takes: Readonly<Record<string, string>>;
  /** Names of the encoded stories it was joined from. */
  readonly encoded: readonly string[];
}

/** A published edition and what it was made from, with the edits as they stand now. */
export interface PublishedEdition {
  readonly slug: string;
  readonly edition: Edition;
  readonly state: EditionState;
}

/** A published edition with all its states. */
export interface OpenedEdition extends PublishedEdition {
  /** All states, the present one last. */
  readonly history: readonly EditionState[];
}

/** So many former states can be brought back. */
const FORMER_STATES = 20;

/**
 * Files under `--out` that keep a state beside its edition; published together with it.
 *
 * @param former The states before it, oldest first; absent: they stay as they are.
 */
export function stateFiles(
  slug: string,
  state: EditionState,
  former: readonly EditionState[] | undefined,
): readonly OutgoingFile[] {
  return [
    { name: stateFile(slug), content: JSON.stringify(state) },
    { name: editsFile(slug), content: `${JSON.stringify(state.edits, undefined, 2)}\n` },
    ...(former === undefined
      ? []
      : [{ name: historyFile(slug), content: JSON.stringify(former.slice(-FORMER_STATES)) }]),
  ];
}

/** The states that can be brought back once this one is published; undefined where it says nothing new. */
export async function historyBefore(
  store: Store,
  slug: string,
  state: EditionState,
): Promise<readonly EditionState[] | undefined> {
  try {
    const current = await readIfThere<EditionState>(store, stateFile(slug));
    if (current === undefined) return undefined;
    const sounds = ({ script, takes }: EditionState) => JSON.stringify([script.stories, takes]);
    return sounds(current) === sounds(state) ? undefined : [...(await readHistory(store, slug)), current];
  } catch (error) {
    // What is damaged can't be brought back anyhow, and building anew is how it is mended.
    if (error instanceof AudioEditionError && error.code === STATE_DAMAGED) return [];
    throw error;
  }
}

/**
 * The state of a published edition, with the edits as they stand in `edits.json` now.
 *
 * @throws AudioEditionError (`input`) where the edition was never built here, or what was kept is damaged.
 */
export async function readState(store: Store, slug: string): Promise<EditionState> {
  const state = await readIfThere<EditionState>(store, stateFile(slug));
  if (state === undefined) {
    throw new AudioEditionError(
      `${store.location} does not keep what "${slug}" was made from; build the issue again with the same --out.`,
      { code: 'state-missing', stage: 'store', fault: 'input', data: { slug } },
    );
  }
  return state;
}

/** The editor's changes to an edition; none where there are none. */
export async function readEdits(store: Store, slug: string): Promise<Edits> {
  const bytes = await store.read(editsFile(slug));
  return bytes === undefined ? NO_EDITS : parseEdits(Buffer.from(bytes).toString('utf8'), editsFile(slug));
}

/** Former states, oldest first. @throws AudioEditionError (`input`) where they are damaged. */
export async function readHistory(store: Store, slug: string): Promise<readonly EditionState[]> {
  return (await readIfThere<readonly EditionState[]>(store, historyFile(slug))) ?? [];
}

const STATE_DAMAGED = 'state-damaged';

async function readIfThere<T>(store: Store, name: string): Promise<T | undefined> {
  const bytes = await store.read(name);
  try {
    return bytes === undefined ? undefined : (JSON.parse(Buffer.from(bytes).toString('utf8')) as T);
  } catch (cause) {
    throw new AudioEditionError(
      `${name} in ${store.location} is damaged: ${messageOf(cause)}. Build the issue again with the same --out; no take is lost.`,
      { code: STATE_DAMAGED, stage: 'store', fault: 'input', cause, data: { file: name } },
    );
  }
}

/** Which take every segment of an edition uses. */
export function takesOf(edition: Edition): Readonly<Record<string, string>> {
  return Object.fromEntries(
    edition.stories.flatMap(({ segments }) => segments.map(({ id, take }) => [id, take])),
  );
}

function folderOf(slug: string): string {
  return `${PRIVATE_FOLDER}/editions/${slug}`;
}

function stateFile(slug: string): string {
  return `${folderOf(slug)}/state.json`;
}

function editsFile(slug: string): string {
  return `${folderOf(slug)}/edits.json`;
}

function historyFile(slug: string): string {
  return `${folderOf(slug)}/former.json`;
}
