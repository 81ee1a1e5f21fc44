import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstThere, isInstalled, type Run, row, runAudioEdition, run as runProgram } from './measure.js';

/** The real issue that the goals name; a stranger's clone has our own sample instead. */
const ISSUES = ['../shared/issues/seed-issue.txt', 'examples/harbour-letter.html'];

/**
 * A cold build, the same again unchanged, and the plain alternative that a person would use: the engine once
 * over the whole text, then ffmpeg's `loudnorm` and MP3.
 */
export async function run(): Promise<void> {
  const issue = await firstThere(ISSUES);
  const folder = await mkdtemp(join(tmpdir(), 'audio-edition-bench-'));
  try {
    row('issue', issue);
    const build = () =>
      runAudioEdition(['build', issue, '--engine', 'local', '--out', join(folder, 'out'), '--json']);
    const cold = await build();
    const unchanged = await build();
    await reportBuilds(cold, unchanged);
    await reportAlternative(issue, folder, cold);
    await reportHelp();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function reportBuilds(cold: Run, unchanged: Run): Promise<void> {
  const { durationSeconds } = JSON.parse(cold.stdout) as { durationSeconds: number };
  row('cold build', `${cold.wallSeconds.toFixed(2)} s for ${durationSeconds.toFixed(0)} s of audio`);
  row('audio seconds per second', (durationSeconds / cold.wallSeconds).toFixed(0));
  row('peak memory (goal: at most 400 MB)', `${cold.peakMegabytes?.toFixed(0)} MB`);
  row('unchanged build (goal: at most 1.0 s)', `${unchanged.wallSeconds.toFixed(2)} s`);
}

async function reportAlternative(issue: string, folder: string, cold: Run): Promise<void> {
  for (const program of ['flite', 'ffmpeg']) {
    if (!(await isInstalled(program)))
      return row('plain alternative', `left out: ${program} is not installed`);
  }
  const script = await runAudioEdition(['script', issue, '--json']);
  const { stories } = JSON.parse(script.stdout) as { stories: { segments: { speech: string }[] }[] };
  const text = join(folder, 'text.txt');
  await writeFile(text, stories.flatMap(({ segments }) => segments.map(({ speech }) => speech)).join('\n\n'));
  const wave = join(folder, 'plain.wav');
  const speak = await runProgram('flite', ['-voice', 'slt', '-f', text, '-o', wave]);
  const encode = await runProgram('ffmpeg', [
    ...['-v', 'error', '-y', '-i', wave, '-af', 'loudnorm=I=-16:TP=-1', '-ar', '44100'],
    ...['-b:a', '96k', join(folder, 'plain.mp3')],
  ]);
  const plainSeconds = speak.wallSeconds + encode.wallSeconds;
  row(
    'plain alternative (flite, then loudnorm to MP3)',
    `${speak.wallSeconds.toFixed(2)} s + ${encode.wallSeconds.toFixed(2)} s`,
  );
  row('cold build / plain alternative (goal: at most 0.45)', (cold.wallSeconds / plainSeconds).toFixed(3));
}

async function reportHelp(): Promise<void> {
  const times = { bare: [] as number[], help: [] as number[] };
  for (let round = 0; round < 7; round++) {
    times.bare.push((await runProgram(process.execPath, ['-e', ''])).wallSeconds);
    times.help.push((await runProgram(process.execPath, ['dist/cli/main.js', '--help'])).wallSeconds);
  }
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const [bareMs, helpMs] = [median(times.bare) * 1000, median(times.help) * 1000];
  row(
    'node alone / --help',
    `${bareMs.toFixed(0)} ms / ${helpMs.toFixed(0)} ms (goal: at most ${(1.5 * bareMs + 100).toFixed(0)} ms)`,
  );
}
