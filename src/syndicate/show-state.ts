import type { PublishedFile, Show } from '../edition.js';
import { type OutgoingFile, PRIVATE_FOLDER, type Store } from '../store/contract.js';
import { withGuid } from './guids.js';
import { describeContent } from './output-file.js';

/** The show as it was last published: its GUID is made once and must not change when the show moves. */
const SHOW_STATE_FILE = `${PRIVATE_FOLDER}/show.json`;

/** What the player, the stylesheet and the show's picture were when they were published, for no manifest lists them. */
const SHOW_FILES_FILE = `${PRIVATE_FOLDER}/show-files.json`;

/** The file that keeps what the show is. */
export function showState(show: Show): OutgoingFile {
  return { name: SHOW_STATE_FILE, content: `${JSON.stringify(show)}\n` };
}

/** The show as it was last published; nothing where it never was, or in a copy without its private side. */
export async function keptShow(store: Store): Promise<Show | undefined> {
  const bytes = await store.read(SHOW_STATE_FILE);
  return bytes === undefined ? undefined : (JSON.parse(Buffer.from(bytes).toString('utf8')) as Show);
}

/** The show with its GUID: the one that it was given when it was first published here, or a new one. */
export async function identify(show: Show, store: Store): Promise<Show> {
  return withGuid(show, (await keptShow(store))?.guid);
}

/** The file that keeps sizes and hashes of what is published beside the editions. */
export function showFilesState(files: readonly OutgoingFile[]): OutgoingFile {
  const published = files.filter(({ name }) => !name.startsWith(PRIVATE_FOLDER)).map(describeContent);
  return { name: SHOW_FILES_FILE, content: `${JSON.stringify(published)}\n` };
}

/** What was published beside the editions; nothing where that was not kept. */
export async function keptShowFiles(store: Store): Promise<readonly PublishedFile[]> {
  const bytes = await store.read(SHOW_FILES_FILE);
  return bytes === undefined
    ? []
    : (JSON.parse(Buffer.from(bytes).toString('utf8')) as readonly PublishedFile[]);
}
