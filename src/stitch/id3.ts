/** ID3v2.3 tags with chapters, by node-id3. Written last: an ffmpeg pass would move the chapters. */
import NodeID3 from 'node-id3';
import { type Chapter, oneLine } from './chapters.js';

/** A picture's bytes and kind. */
export interface TagPicture {
  readonly bytes: Buffer;
  readonly mimeType: 'image/jpeg' | 'image/png';
}

/** What a tag says about a file. */
export interface TagFacts {
  readonly title: string;
  readonly artist: string;
  readonly album: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `3/8`. */
  readonly track?: string;
  readonly cover?: TagPicture | undefined;
  readonly chapters?: readonly Chapter[];
  /** One place for each chapter. */
  readonly chapterPictures?: readonly (TagPicture | undefined)[];
}

/** Bytes of a tag's own header. */
export const ID3_HEADER_BYTES = 10;
/** ID3's count of a table's entries has one byte. */
const MAX_TABLE_ENTRIES = 255;
/** ID3: picture type "Cover (front)", and "Other" for chapters. */
const FRONT_COVER = 3;

/** The tag, to stand in front of the first frame. */
export function id3Tag(facts: TagFacts): Buffer {
  const [year = '', month = '', day = ''] = facts.date.split('-');
  const chapters = facts.chapters ?? [];
  return NodeID3.create({
    title: oneLine(facts.title),
    artist: oneLine(facts.artist),
    album: oneLine(facts.album),
    year,
    date: `${day}${month}`,
    genre: 'Podcast',
    ...(facts.track ? { trackNumber: facts.track } : {}),
    ...(facts.cover ? { image: pictureFrame(facts.cover, FRONT_COVER) } : {}),
    ...(chapters.length > 0 ? chapterFrames(chapters, facts.chapterPictures) : {}),
  });
}

/** `CHAP` for each, and the `CTOC` without which Overcast shows none (Zazama/node-id3#87). */
function chapterFrames(chapters: readonly Chapter[], pictures: TagFacts['chapterPictures']) {
  const elementId = (index: number) => `chp${index}`;
  return {
    chapter: chapters.map((chapter, index) => {
      const picture = pictures?.[index];
      return {
        elementID: elementId(index),
        startTimeMs: Math.round(chapter.startSeconds * 1000),
        endTimeMs: Math.round(chapter.endSeconds * 1000),
        tags: {
          title: chapter.title,
          ...(chapter.url
            ? { userDefinedUrl: [{ description: 'chapter url', url: asciiUrl(chapter.url) }] }
            : {}),
          ...(picture ? { image: pictureFrame(picture, 0) } : {}),
        },
      };
    }),
    tableOfContents: tablesOfContents(chapters.map((_, index) => elementId(index))),
  };
}

/** One ordered table; where it would not hold all, a table of tables. node-id3 marks the first as the top. */
function tablesOfContents(ids: readonly string[]) {
  if (ids.length <= MAX_TABLE_ENTRIES) return [{ elementID: 'toc', isOrdered: true, elements: [...ids] }];
  const parts = Array.from({ length: Math.ceil(ids.length / MAX_TABLE_ENTRIES) }, (_, part) => ({
    elementID: `toc${part}`,
    isOrdered: true,
    elements: ids.slice(part * MAX_TABLE_ENTRIES, (part + 1) * MAX_TABLE_ENTRIES),
  }));
  return [{ elementID: 'toc', isOrdered: true, elements: parts.map((part) => part.elementID) }, ...parts];
}

function pictureFrame(picture: TagPicture, type: number) {
  return { mime: picture.mimeType, type: { id: type }, description: '', imageBuffer: picture.bytes };
}

/** ID3's links are Latin-1. */
function asciiUrl(url: string): string {
  return URL.canParse(url) ? new URL(url).href : encodeURI(url);
}

/** Length of the tag that begins with these bytes: four of seven bits each (id3v2.3.0, section 3.1). 0: there is none. */
export function tagBytes(start: Buffer): number {
  if (start.toString('latin1', 0, 3) !== 'ID3') return 0;
  return ID3_HEADER_BYTES + [6, 7, 8, 9].reduce((sum, at) => (sum << 7) | (start[at] ?? 0), 0);
}
