import type { Edition, EditionSegment, EditionStory } from '../../edition.js';
import type { Report } from './finding.js';

/** Times are written to the millisecond; encoders round a little more. */
const TOLERANCE_SECONDS = 0.05;

/** Whether a manifest agrees with itself: times in order and inside each other, files named, texts in range. */
export function checkManifest(edition: Edition, report: Report): void {
  let end = 0;
  for (const story of edition.stories) {
    const { slug, startSeconds, endSeconds } = story;
    if (startSeconds < end - TOLERANCE_SECONDS)
      report('times-overlap', `story "${slug}" begins at ${startSeconds} s, before the one ahead of it ends`);
    if (endSeconds <= startSeconds) report('times-backwards', `story "${slug}" ends before it begins`);
    end = endSeconds;
    checkStory(story, report);
  }
  if (end > edition.durationSeconds + TOLERANCE_SECONDS)
    report('times-beyond-end', `the stories end at ${end} s, the episode at ${edition.durationSeconds} s`);
  checkNamedFiles(edition, report);
}

function checkStory(story: EditionStory, report: Report): void {
  let end = story.startSeconds;
  for (const segment of story.segments) {
    const { id, startSeconds, endSeconds } = segment;
    if (startSeconds < end - TOLERANCE_SECONDS || endSeconds < startSeconds)
      report('times-overlap', `segment "${id}" (${startSeconds} to ${endSeconds} s) is out of order`);
    end = endSeconds;
    checkWords(segment, report);
  }
  if (end > story.endSeconds + TOLERANCE_SECONDS)
    report('times-beyond-end', `story "${story.slug}" ends before its last segment does`);
}

function checkWords({ id, source, startSeconds, endSeconds, words }: EditionSegment, report: Report): void {
  let end = startSeconds;
  for (const word of words) {
    const [from, to] = word.source;
    if (from > to || to > source.length) {
      report('word-outside-text', `a word of segment "${id}" points outside of its text`);
      return;
    }
    if (word.startSeconds < end - TOLERANCE_SECONDS || word.endSeconds > endSeconds + TOLERANCE_SECONDS) {
      report('times-overlap', `the words of segment "${id}" are out of order or outside of it`);
      return;
    }
    end = word.startSeconds;
  }
}

/** The sound that the manifest speaks of must be among its files, with the same hash. */
function checkNamedFiles(edition: Edition, report: Report): void {
  const hashes = new Map(edition.files.map(({ name, sha256 }) => [name, sha256]));
  for (const { file, sha256 } of [edition.audio, ...(edition.alternates ?? []), ...edition.stories]) {
    const listed = hashes.get(file);
    if (listed === undefined) report('file-not-listed', `${file} is not in the list of files`);
    else if (listed !== sha256) report('hash-differs', `${file} has two different hashes in the manifest`);
  }
}
