import type { StudioSegment, StudioStory } from '../../api.js';

/** A story's text as Markdown: what the editor wrote for it, else what the issue says, without the title. */
export function markdownOf({ markdown, items }: StudioStory): string {
  if (markdown !== undefined) return markdown;
  const segments = items.filter(
    (item) => item.item === 'segment' && (item.kind === 'paragraph' || item.kind === 'bullet'),
  ) as readonly StudioSegment[];
  return segments
    .map((segment, index) => `${gapBefore(segment, segments[index - 1])}${blockOf(segment)}`)
    .join('');
}

function gapBefore({ kind }: StudioSegment, before: StudioSegment | undefined): string {
  if (before === undefined) return '';
  return kind === 'bullet' && before.kind === 'bullet' ? '\n' : '\n\n';
}

function blockOf({ kind, source }: StudioSegment): string {
  const lines = source.split('\n').map(escaped);
  return kind === 'bullet' ? `- ${lines.join('\\\n  ')}` : lines.join('\\\n');
}

/** Signs that Markdown would read as its own, with a backslash in front; others stay as they are. */
function escaped(line: string): string {
  return line
    .replace(/[\\`*_[\]<>]|~(?=~)|&(?=#?\w+;)/g, '\\$&')
    .replace(/^(\s*)([-+=#|:]|\d+(?=[.)]))/, (_, space: string, sign: string) =>
      /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
    );
}
