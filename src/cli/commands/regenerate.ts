import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { AudioEditionError, messageOf } from '../../errors.js';
import type { SegmentTakes } from '../../pipeline/edit/take-history.js';
import {
  listTakes,
  planRegenerate,
  type RegenerateRequest,
  type RegenerateResult,
  regenerate,
} from '../../pipeline/regenerate/regenerate.js';
import type { CommandContext } from '../context.js';
import { createHost } from '../host.js';
import { openOutWithSettings } from '../out.js';
import type { SettingsFlags } from './flags.js';
import { planText } from './plan-text.js';

export interface RegenerateFlags extends SettingsFlags {
  readonly out: string;
  readonly story?: string;
  readonly text?: string;
  readonly issue?: string;
  readonly voice?: string;
  readonly newTake?: boolean;
  readonly take?: number;
  readonly takes?: boolean;
  readonly segment?: string;
  readonly leaveOut?: readonly string[];
  readonly speak?: readonly string[];
  readonly say?: Readonly<Record<string, string>>;
  readonly undo?: boolean;
  readonly theirs?: boolean;
  readonly note?: string;
  readonly reissue?: boolean;
  readonly concurrency?: number;
  readonly maxCharacters?: number;
  readonly verify?: 'asr';
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `audio-edition regenerate EDITION`: one story anew, and the proof that nothing else changed. */
export async function regenerateCommand(
  edition: string,
  flags: RegenerateFlags,
  context: CommandContext,
): Promise<void> {
  const { terminal } = context;
  const out = await openOutWithSettings(flags, context, flags.issue);
  const host = { ...createHost(context), ...out.host };
  const request = await requestFrom(edition, flags, out, context);
  if (flags.takes) {
    const takes = await listTakes(request, host);
    return terminal.result(flags.json ? JSON.stringify(takes) : takes.map(takesText).join('\n'));
  }
  if (flags.dryRun) {
    const { speech, ...planned } = await planRegenerate(request, host);
    terminal.endProgress();
    for (const { message } of speech.notices) terminal.note(`Note: ${message}`);
    const text = planText(`${planned.edition}: ${planned.stories.join(', ')}`, speech);
    return terminal.result(flags.json ? JSON.stringify({ ...planned, ...speech }) : text);
  }
  const result = await regenerate(request, host);
  terminal.endProgress();
  terminal.result(flags.json ? JSON.stringify(resultJson(result)) : resultText(result));
}

async function requestFrom(
  edition: string,
  flags: RegenerateFlags,
  { outDir, config }: Awaited<ReturnType<typeof openOutWithSettings>>,
  context: CommandContext,
): Promise<RegenerateRequest> {
  const {
    text,
    issue,
    engine,
    takes: _,
    dryRun: __,
    json: ___,
    out: ____,
    voices: _____,
    show: ______,
    ...rest
  } = flags;
  return {
    ...rest,
    edition,
    outDir,
    config,
    ...(engine === undefined ? {} : { engine }),
    ...(issue === undefined ? {} : { issue: { issue } }),
    ...(text === undefined ? {} : { text: await readMarkdown(text, context) }),
  };
}

async function readMarkdown(file: string, { host }: CommandContext): Promise<string> {
  if (file === '-') return readAll(host.stdin);
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new AudioEditionError(
      `${file} can't be read (${messageOf(cause)}); check the path given with --text.`,
      {
        code: 'text-unreadable',
        stage: 'cli',
        fault: 'input',
        cause,
        data: { file },
      },
    );
  }
}

function resultJson({ edition, proof, written }: RegenerateResult): object {
  return { ...edition, proof, written };
}

/** "7 of 8 stories unchanged, 1 changed, +2.4 s", and what services were sent for it. */
function resultText({ edition, proof, bill }: RegenerateResult): string {
  const { changed, unchanged, removed, addedSeconds } = proof;
  const sign = addedSeconds < 0 ? '−' : '+';
  const summary = [
    `${unchanged.length} of ${edition.stories.length} stories unchanged`,
    `${changed.length} changed`,
    ...(removed.length === 0 ? [] : [`${removed.length} removed`]),
    `${sign}${Math.abs(addedSeconds).toFixed(1)} s`,
  ];
  return [
    `${edition.title}: ${summary.join(', ')}`,
    ...changed.map((slug) => `  changed  ${slug}`),
    ...bill,
  ].join('\n');
}

function takesText({ segment, speech, takes }: SegmentTakes): string {
  const excerpt = speech.length <= 70 ? speech : `${speech.slice(0, 67)}…`;
  const lines = takes.map(
    ({ number, madeAt, engine, voice, durationSeconds, inUse, complaints }) =>
      `  ${inUse ? '*' : ' '} ${number}  ${madeAt.slice(0, 16).replace('T', ' ')}  ${engine} ${voice}  ${durationSeconds.toFixed(1)} s${complaints.length === 0 ? '' : `  ${complaints.join(', ')}`}`,
  );
  return [`${segment}  ${excerpt}`, ...lines].join('\n');
}
