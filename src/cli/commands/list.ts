import { type ListedEdition, type ListedStory, listEditions } from '../../syndicate/index.js';
import type { CommandContext } from '../context.js';
import { openOut } from '../out.js';
import { formatClock, formatDuration } from '../times.js';

export interface ListFlags {
  readonly out: string;
  readonly json?: boolean;
}

/** `audio-edition list`: editions and their stories, newest first. */
export async function listCommand({ out, json }: ListFlags, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const editions = await listEditions((await openOut(out, context)).store);
  if (json) return terminal.result(JSON.stringify(editions));
  if (editions.length === 0) return terminal.result(`${out} holds no edition yet.`);
  terminal.result(editions.map((edition) => editionText(edition)).join('\n\n'));
}

function editionText(edition: ListedEdition): string {
  const { slug, title, date, durationSeconds, engines, provisional, corrected } = edition;
  const marks = [...(provisional ? ['provisional'] : []), ...(corrected ? ['corrected'] : [])];
  return [
    `${slug}  ${date}  ${formatDuration(durationSeconds)}  ${[...engines, ...marks].join(', ')}`,
    `  ${title}`,
    ...edition.stories.map(storyText),
  ].join('\n');
}

function storyText(
  { slug, startSeconds, kind, engines, provisional, corrections }: ListedStory,
  index: number,
): string {
  const marks = [kind, ...engines, ...(provisional ? ['provisional'] : []), ...corrections];
  return `  ${String(index + 1).padStart(2)}  ${formatClock(startSeconds).padStart(7)}  ${slug}  (${marks.join(', ')})`;
}
