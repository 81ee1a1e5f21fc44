import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pLimit from 'p-limit';
import type { IssueHead, Notice, Picture, Script, ScriptStory, StageResult } from '../../edition.js';
import { messageOf } from '../../errors.js';
import { writeWhole } from '../../stitch/disk.js';
import type { TagPicture } from '../../stitch/id3.js';
import { chapterPicture } from '../../stitch/story-picture.js';
import type { PipelineHost } from '../host.js';
import type { Workshop } from '../workshop.js';

/** Where stories' pictures come from. */
export interface PictureOrder {
  readonly script: Script;
  /** The folder that the issue lies in, for pictures beside it; absent where it came from elsewhere. */
  readonly issueFolder?: string | undefined;
  /** Stories that stay as they are, and so does what their chapters show. */
  readonly keptTakes?: ReadonlyMap<ScriptStory, unknown> | undefined;
}

/** Pictures that are fetched at once. */
const AT_ONCE = 4;

/**
 * Each story's own picture, as its chapter shows it, by slug. What was once found is kept and not fetched again. A
 * picture that can't be had is no reason to publish nothing: it is named in one notice.
 */
export async function storyPictures(
  { script, issueFolder, keptTakes = new Map() }: PictureOrder,
  workshop: Workshop,
  host: PipelineHost,
): Promise<StageResult<ReadonlyMap<string, TagPicture>>> {
  const limit = pLimit(AT_ONCE);
  const pictures = new Map<string, TagPicture>();
  const reasons = new Map<ScriptStory, string>();
  const find = async (story: ScriptStory, picture: Picture) => {
    const kept = path.join(workshop.picturesFolder, `${nameOf(script, picture)}.jpg`);
    try {
      const found = await readIfThere(kept);
      if (found === undefined && keptTakes.has(story)) return;
      pictures.set(story.slug, found ?? (await make(picture, kept)));
    } catch (error) {
      host.signal.throwIfAborted();
      reasons.set(story, messageOf(error));
    }
  };
  const make = async ({ url }: Picture, kept: string): Promise<TagPicture> => {
    const bytes = await bytesOf(addressOf(url, script.issue), issueFolder, host);
    const picture = await chapterPicture(workshop.ffmpeg, bytes, host.signal);
    await writeWhole(kept, (append) => append(picture.bytes));
    return picture;
  };
  await Promise.all(script.stories.map((story) => story.picture && limit(find, story, story.picture)));
  const missing = script.stories.flatMap((story) => {
    const reason = reasons.get(story);
    return reason === undefined ? [] : [{ story, reason }];
  });
  return { value: pictures, notices: missing.length === 0 ? [] : [noticeOf(missing)] };
}

interface Missing {
  readonly story: ScriptStory;
  readonly reason: string;
}

/** The names, without ending, under which a script's pictures are kept. */
export function pictureNames(script: Script): readonly string[] {
  return script.stories.flatMap(({ picture }) => (picture === undefined ? [] : [nameOf(script, picture)]));
}

/** By address; but a path beside an issue means something else for each issue. */
function nameOf({ issue }: Script, { url }: Picture): string {
  const whole = addressOf(url, issue);
  const scope = isAddress(whole) ? '' : issue.slug;
  return createHash('sha256')
    .update(JSON.stringify([scope, whole]))
    .digest('hex');
}

function addressOf(url: string, issue: IssueHead): string {
  return isAddress(url) || !URL.canParse(url, issue.url) ? url : new URL(url, issue.url).href;
}

function isAddress(url: string): boolean {
  return /^(?:https?|data):/i.test(url);
}

async function readIfThere(file: string): Promise<TagPicture | undefined> {
  try {
    return { bytes: await readFile(file), mimeType: 'image/jpeg' };
  } catch {
    return undefined;
  }
}

async function bytesOf(
  url: string,
  issueFolder: string | undefined,
  host: PipelineHost,
): Promise<Uint8Array> {
  if (/^https?:/i.test(url)) return (await host.pictures.fetch(url)).bytes;
  if (/^data:/i.test(url)) return new Uint8Array(await (await fetch(url)).arrayBuffer());
  const file = issueFolder === undefined ? undefined : fileInside(issueFolder, url);
  if (file === undefined) throw new Error('it does not lie beside the issue');
  return host.pictures.readFile(file);
}

/** A file at or below the folder; an issue that somebody else wrote must not lead to other files. */
function fileInside(folder: string, url: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^[\\/]/i.test(url)) return undefined;
  const file = path.resolve(folder, decodeURIComponent(url.replace(/[?#].*$/, '')));
  return path.relative(path.resolve(folder), file).startsWith('..') ? undefined : file;
}

function noticeOf(missing: readonly Missing[]): Notice {
  const titles = missing.map(({ story }) => `"${story.title}"`).join(', ');
  const reasons = [...new Set(missing.map(({ reason }) => reason.replace(/\.$/, '')))].join('; ');
  return {
    code: 'chapter-picture-missing',
    message: `No picture for the chapter${missing.length === 1 ? '' : 's'} ${titles}: ${reasons}.`,
    ...(missing.length === 1 && missing[0] !== undefined ? { story: missing[0].story.slug } : {}),
  };
}
