import path from 'node:path';
import type { Edition } from '../../edition.js';
import { build } from '../../pipeline/build/build-if-changed.js';
import type { MadeEdition } from '../../pipeline/build/make-edition.js';
import type { BuildPlan, BuildRequest } from '../../pipeline.js';
import type { AlternateFormat } from '../../stitch/alternates.js';
import type { CommandContext } from '../context.js';
import { createHost } from '../host.js';
import { openOutWithSettings } from '../out.js';
import { formatClock, formatDuration } from '../times.js';
import { type IssueFlags, readingFrom } from './flags.js';
import { planText } from './plan-text.js';

export interface BuildFlags extends IssueFlags {
  readonly out: string;
  readonly concurrency?: number;
  readonly maxCharacters?: number;
  readonly verify?: 'asr';
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly theirs?: boolean;
  readonly format?: readonly AlternateFormat[];
}

/** `audio-edition build ISSUE`: the main job. */
export async function buildCommand(issue: string, flags: BuildFlags, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const out = await openOutWithSettings(flags, context, issue);
  const host = { ...createHost(context, flags), ...out.host };
  const request: BuildRequest = {
    issue,
    outDir: out.outDir,
    reading: readingFrom(flags),
    config: out.config,
    ...(flags.theirs === undefined ? {} : { theirs: flags.theirs }),
    ...(flags.format === undefined ? {} : { formats: flags.format }),
    ...(flags.concurrency === undefined ? {} : { concurrency: flags.concurrency }),
    ...(flags.maxCharacters === undefined ? {} : { maxCharacters: flags.maxCharacters }),
    ...(flags.verify === undefined ? {} : { verify: flags.verify }),
  };
  if (flags.dryRun) {
    const planned = await (await import('../../pipeline.js')).plan(request, host);
    terminal.endProgress();
    for (const { message } of [...planned.notices, ...planned.speech.notices])
      terminal.note(`Note: ${message}`);
    const text = planText(planned.script.issue.title, planned.speech);
    return terminal.result(flags.json ? JSON.stringify(planJson(planned)) : text);
  }
  const result = await build(request, host);
  terminal.endProgress();
  terminal.result(flags.json ? JSON.stringify(resultJson(result, flags.out)) : resultText(result, flags.out));
}

function resultJson({ edition, written }: MadeEdition, out: string): object {
  return { ...edition, folder: inside(out, edition.slug), written };
}

function resultText({ edition, written, bill }: MadeEdition, out: string): string {
  const folder = inside(out, edition.slug);
  return [
    `${edition.title}: ${edition.stories.length} stories, ${formatDuration(edition.durationSeconds)}${written.length === 0 ? ' (unchanged)' : ''}`,
    `  episode  ${inside(folder, edition.audio.file)}`,
    `  page     ${inside(folder, 'index.html')}`,
    `  feed     ${inside(out, 'feed.xml')}`,
    ...storyLines(edition),
    ...bill,
  ].join('\n');
}

/** A path below a folder or a bucket. */
function inside(out: string, name: string): string {
  return out.startsWith('s3:') ? `${out.replace(/\/+$/, '')}/${name}` : path.join(out, name);
}

function storyLines(edition: Edition): string[] {
  return edition.stories.map(
    ({ startSeconds, title, kind }) =>
      `  ${formatClock(startSeconds).padStart(8)} ${title}${kind === 'sponsor' ? ' (sponsor)' : ''}`,
  );
}

function planJson({ script, speech, notices }: BuildPlan): object {
  return { issue: script.issue, ...speech, notices: [...notices, ...speech.notices] };
}
