import type { Config } from '../../config.js';
import type { IssueHead, ScriptStory, Segment } from '../../edition.js';
import { readIssue } from '../../issue/index.js';
import { writeScript } from '../../script/index.js';

/**
 * A story with another text. What announces it and its title stay, unless the text brings a heading; so do its
 * slug, its kind and the role that speaks it.
 *
 * @param markdown CommonMark, as an editor wrote it.
 */
export async function rewriteStory(
  story: ScriptStory,
  markdown: string,
  issue: IssueHead,
  config: Config,
): Promise<ScriptStory> {
  const { title, date, language } = issue;
  const read = await readIssue(
    { bytes: Buffer.from(markdown), name: `${story.slug}.md` },
    { title, date, language, slug: issue.slug, today: date },
  );
  const written = writeScript(read.value, { ...config, show: { ...config.show, announce: {} } }).value
    .stories;
  const [first] = written;
  const brought = first?.segments[0]?.kind === 'title' ? first.segments[0] : undefined;
  const body = written.flatMap(({ segments }) => segments).filter((segment) => segment !== brought);
  const head = headOf(story).map((segment) => (segment.kind === 'title' && brought ? brought : segment));
  return {
    ...story,
    ...(brought === undefined ? {} : { title: brought.source }),
    segments: renumber([...head, ...body], story),
  };
}

/** What is said before the text: announcements and title. */
function headOf({ segments }: ScriptStory): readonly Segment[] {
  const text = segments.findIndex(({ kind }) => kind === 'paragraph' || kind === 'bullet');
  return text === -1 ? segments : segments.slice(0, text);
}

function renumber(segments: readonly Segment[], story: ScriptStory): readonly Segment[] {
  const role = story.segments.findLast(({ kind }) => kind !== 'announcement')?.role ?? 'narrator';
  const endPauseSeconds = story.segments.at(-1)?.pauseAfterSeconds;
  return segments.map((segment, index) => ({
    ...segment,
    id: `${story.slug}/${index + 1}`,
    role: segment.kind === 'announcement' ? segment.role : role,
    pauseAfterSeconds:
      index === segments.length - 1
        ? (endPauseSeconds ?? segment.pauseAfterSeconds)
        : segment.pauseAfterSeconds,
  }));
}
