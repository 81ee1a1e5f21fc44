import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { IssueHead, Show } from '../../edition.js';
import { drawArtwork } from '../../stitch/artwork.js';
import { writeWhole } from '../../stitch/disk.js';
import type { TagPicture } from '../../stitch/id3.js';
import type { ShowFiles } from '../../syndicate/index.js';
import type { Workshop } from '../workshop.js';

/** The episode's front cover: the show's picture, or where the show has none a card with title and date. */
export async function editionCover(
  issue: IssueHead,
  own: ShowFiles,
  { drawnFolder }: Pick<Workshop, 'drawnFolder'>,
): Promise<TagPicture | undefined> {
  return own.show.artwork === undefined ? drawnCover(issue, own.show, drawnFolder) : showCover(own);
}

function showCover({ artwork, files }: ShowFiles): TagPicture | undefined {
  const content = [...files].find(({ name }) => name === artwork?.name)?.content;
  return artwork && content instanceof Uint8Array
    ? { bytes: Buffer.from(content), mimeType: artwork.mimeType }
    : undefined;
}

/** Drawn once, for as long as it says the same. */
async function drawnCover(issue: IssueHead, show: Show, folder: string): Promise<TagPicture> {
  const facts = { title: issue.title, line: lineOf(issue, show), slug: issue.slug, accent: show.accent };
  const name = createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16);
  const file = path.join(folder, `${name}.png`);
  const mimeType = 'image/png';
  try {
    return { bytes: await readFile(file), mimeType };
  } catch {
    const { bytes } = await drawArtwork(facts);
    await writeWhole(file, (append) => append(bytes));
    return { bytes, mimeType };
  }
}

/** `14 May 2026 · The Harbour Letter` */
function lineOf({ date, language, title }: IssueHead, show: Show): string {
  const day = new Date(`${date}T00:00:00Z`);
  const written = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
  return show.title === title ? written : `${written} · ${show.title}`;
}
