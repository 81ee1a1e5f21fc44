import type { Issue, Script } from '../../edition.js';
import { inReadingOrder, type LedgerLine } from '../../script/reading-order.js';
import type { Terminal } from '../terminal.js';

type Colors = Terminal['colors'];

/** An issue as a person reads it: what is spoken, by whom, and, where it stood, what is left out and why. */
export function scriptText(issue: Issue, script: Script, colors: Colors): string {
  const lines = inReadingOrder(issue, script);
  const text = lines.flatMap((line, index) => [
    ...storyHead(line, lines[index - 1], colors),
    lineText(line, colors),
  ]);
  return [colors.bold(`${script.issue.title} — ${script.issue.date}`), ...text].join('\n');
}

/** A heading where a story begins. */
function storyHead(line: LedgerLine, before: LedgerLine | undefined, colors: Colors): string[] {
  if (line.state === 'dropped') return [];
  const isSame = before?.state === 'spoken' && before.story === line.story;
  const isFirst = line.story.segments[0] === line.segment;
  if (isSame || !isFirst) return [];
  return ['', colors.bold(`${line.story.title} (${line.story.kind})`)];
}

function lineText(line: LedgerLine, colors: Colors): string {
  if (line.state === 'spoken') {
    const { kind, role, speech } = line.segment;
    return `  ${colors.dim(role.padEnd(9))} ${kind === 'bullet' ? '•' : ' '} ${speech}`;
  }
  const { kind, text, reason } = line.dropped;
  return `  ${colors.yellow(`${kind}:`.padEnd(11))} ${colors.dim(text.replaceAll('\n', ' '))}\n              ${colors.yellow(`left out: ${reason}`)}`;
}
