import type { Edition } from '../../edition.js';
import { oneLine } from '../plain-text.js';
import type { Report } from './finding.js';

const TOLERANCE_SECONDS = 0.05;

/** Whether `chapters.json` has the manifest's stories at their times. */
export function checkChapters(text: string, edition: Edition, report: Report): void {
  const chapters = parseChapters(text);
  if (chapters === undefined) {
    report('chapters-unreadable', 'this is not a file of JSON chapters');
    return;
  }
  const wanted = edition.stories.map(({ title, startSeconds }) => ({ title: oneLine(title), startSeconds }));
  if (chapters.length !== wanted.length)
    report('chapters-differ', `it has ${chapters.length} chapters, the edition ${wanted.length} stories`);
  for (const [index, { title, startSeconds }] of wanted.entries()) {
    const chapter = chapters[index];
    const start = index === 0 ? 0 : startSeconds;
    if (chapter?.title !== title || Math.abs((chapter.startTime ?? -1) - start) > TOLERANCE_SECONDS)
      report('chapters-differ', `chapter ${index + 1} is not "${title}" at ${start} s`);
  }
}

interface Chapter {
  readonly title?: string;
  readonly startTime?: number;
}

function parseChapters(text: string): readonly Chapter[] | undefined {
  try {
    const { chapters } = JSON.parse(text) as { readonly chapters?: unknown };
    return Array.isArray(chapters) ? (chapters as readonly Chapter[]) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether `transcript.vtt` has every word of the edition, in order, at times that ascend. */
export function checkTranscript(text: string, edition: Edition, report: Report): void {
  const cues = parseCues(text);
  if (cues === undefined) {
    report('transcript-unreadable', 'this is not a WebVTT file');
    return;
  }
  const written = cues.map(({ words }) => words).join('');
  const wanted = edition.stories
    .flatMap(({ segments }) => segments)
    .map(({ source, speech }) => (source.trim() === '' ? speech : source))
    .join('');
  if (withoutSpace(written) !== withoutSpace(oneLine(wanted)))
    report('transcript-differs', 'its words are not those of the edition');
  const disorder = cues.find(({ start, end }, index) => end < start || start < (cues[index - 1]?.start ?? 0));
  if (disorder !== undefined) report('transcript-times', `a cue at ${disorder.start} s is out of order`);
  const last = cues.at(-1);
  if (last !== undefined && last.end > edition.durationSeconds + TOLERANCE_SECONDS)
    report(
      'transcript-times',
      `its last cue ends at ${last.end} s, the episode at ${edition.durationSeconds} s`,
    );
}

interface ParsedCue {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

function parseCues(text: string): readonly ParsedCue[] | undefined {
  if (!text.startsWith('WEBVTT')) return undefined;
  return text
    .split(/\n\n+/)
    .slice(1)
    .map((block) => block.trim().split('\n'))
    .filter(([times]) => times !== undefined && times !== '')
    .map(([times = '', ...lines]) => {
      const [start = '', end = ''] = times.split(' --> ');
      return { start: secondsOf(start), end: secondsOf(end), words: unescapeVtt(lines.join(' ')) };
    });
}

function secondsOf(time: string): number {
  return time.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);
}

function unescapeVtt(text: string): string {
  const plain = text.replace(/<[^>]*>/g, '');
  return plain.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
