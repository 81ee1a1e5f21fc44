import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** What one run of a command cost. */
export interface Run {
  readonly wallSeconds: number;
  /** Of the node process alone; undefined for other programs. */
  readonly peakMegabytes: number | undefined;
  readonly stdout: string;
}

const REPORT_PEAK = `data:text/javascript,${encodeURIComponent(
  `import { isMainThread } from 'node:worker_threads';
   import { writeSync } from 'node:fs';
   if (isMainThread) process.on('exit', () => writeSync(2, '\\npeak-kilobytes ' + process.resourceUsage().maxRSS + '\\n'));`,
)}`;

/** Runs the compiled command line with these arguments. */
export function runAudioEdition(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Run> {
  return run(process.execPath, ['--import', REPORT_PEAK, 'dist/cli/main.js', ...args], { env });
}

/** Runs a program to its end and times it as a whole process; rejects when it fails. */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    const child = spawn(program, args, { env: options.env ?? process.env });
    const stdout: Buffer[] = [];
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const wallSeconds = (performance.now() - startedMs) / 1000;
      const peak = /peak-kilobytes (\d+)/.exec(stderr)?.[1];
      if (code !== 0) reject(new Error(`${program} ended with ${code}: ${stderr.slice(-500)}`));
      else
        resolve({
          wallSeconds,
          peakMegabytes: peak === undefined ? undefined : Number(peak) / 1024,
          stdout: Buffer.concat(stdout).toString(),
        });
    });
    child.stdin.end(options.input ?? '');
  });
}

/** Whether a program stands on the PATH. */
export async function isInstalled(program: string): Promise<boolean> {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = await Promise.allSettled(folders.map((folder) => access(join(folder, program))));
  return found.some(({ status }) => status === 'fulfilled');
}

/** Seconds and ratios as the benches print them. */
export function row(label: string, value: string): void {
  console.log(`${label.padEnd(52)} ${value}`);
}

/** Seconds that some work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return (performance.now() - startMs) / 1000;
}

/** The first file that is there; those before it are named as left out. */
export async function firstThere(files: readonly string[]): Promise<string> {
  for (const file of files) {
    try {
      await access(file);
      return file;
    } catch {
      console.log(`left out: ${file} is not here`);
    }
  }
  throw new Error(`None of these is there: ${files.join(', ')}.`);
}

/** The next message of a process that was forked. */
export async function nextMessage<T>(process: ChildProcess): Promise<T> {
  const [message] = (await once(process, 'message')) as [T];
  return message;
}
