import type { Script, Segment } from '../../edition.js';
import type { Terminal } from '../terminal.js';

type Colors = Terminal['colors'];

/** A script as a person reads it: every story with its spoken lines, then what is left out and why. */
export function scriptText(script: Script, colors: Colors): string {
  const stories = script.stories.map(({ title, kind, segments }) =>
    [colors.bold(`${title} (${kind})`), ...segments.map((segment) => spokenLine(segment, colors))].join('\n'),
  );
  const dropped = script.dropped.map(
    ({ kind, text, reason }) =>
      `  ${colors.yellow(kind)} ${text.replaceAll('\n', ' ')}\n    ${colors.dim(reason)}`,
  );
  return [
    colors.bold(`${script.issue.title} — ${script.issue.date}`),
    ...stories,
    ...(dropped.length === 0 ? [] : [[colors.bold('Left out'), ...dropped].join('\n')]),
  ].join('\n\n');
}

function spokenLine({ kind, role, speech }: Segment, colors: Colors): string {
  const mark = kind === 'bullet' ? '•' : ' ';
  return `  ${colors.dim(role.padEnd(9))} ${mark} ${speech}`;
}
