import { ConsoleStdout, type Fd, File, OpenFile, PreopenDirectory, WASI } from '@bjorn3/browser_wasi_shim';
import type { Pcm } from '../../engine.js';
import { readWav } from '../../wav.js';
import { GrowingFile } from './growing-file.js';

/** One speech sound and when it ends, in seconds from the start of what was spoken. */
export interface Phone {
  /** Flite's name: `ax`, `dh`, `pau` for a pause. */
  readonly name: string;
  readonly endSeconds: number;
}

export interface FliteSpeech extends Pcm {
  readonly phones: readonly Phone[];
}

export interface FliteRequest {
  /** ASCII; a sentence. Above about 1,400 characters Flite's stack overflows. */
  readonly text: string;
  readonly voice: string;
  /** Above 1: slower. */
  readonly durationStretch: number;
}

const WAVE_FILE = 'speech.wav';

/** Above this, one odd sentence has made the memory grow; it is given back by starting afresh. */
const LARGEST_MEMORY_BYTES = 48 * 1024 * 1024;

/**
 * What may differ from the memory before `main`: variables and the stack, which are the last 84 KB of it, and what
 * an overflowing stack would reach. All below is constant (a test looks): 17 MB of voices.
 */
export const WRITABLE_BYTES = 2 * 1024 * 1024;

/**
 * Flite as a function. The program is made to run once: `main`, then the end. Starting it anew costs 50 ms
 * for each sentence, half of all the time, so what can be written of its memory is put back to what it was
 * before `main` instead (1 ms). After a failure or a large text it is started anew.
 */
export class Flite {
  readonly #module: WebAssembly.Module;
  #program: FliteProgram | undefined;

  /** @param module Flite compiled, which takes half a second; to be done once for all threads. */
  constructor(module: WebAssembly.Module) {
    this.#module = module;
  }

  /** Speaks one sentence. @throws Error when Flite fails; the next call works again. */
  speak(request: FliteRequest): FliteSpeech {
    this.#program ??= new FliteProgram(this.#module);
    const program = this.#program;
    try {
      const speech = program.run(request);
      if (program.memoryBytes > LARGEST_MEMORY_BYTES) this.#program = undefined;
      return speech;
    } catch (error) {
      this.#program = undefined;
      throw error;
    }
  }
}

class FliteProgram {
  readonly #wasi = newWasi();
  readonly #program: WasiProgram;
  readonly #writableFrom: number;
  readonly #pristine: Uint8Array;
  readonly #wave = new GrowingFile();

  constructor(module: WebAssembly.Module) {
    this.#program = instantiate(module, this.#wasi);
    this.#writableFrom = this.memoryBytes - WRITABLE_BYTES;
    this.#pristine = new Uint8Array(this.#program.memory.buffer).slice(this.#writableFrom);
  }

  get memoryBytes(): number {
    return this.#program.memory.buffer.byteLength;
  }

  run(request: FliteRequest): FliteSpeech {
    this.#restoreMemory();
    const printed: string[] = [];
    const folder = new PreopenDirectory('.', new Map([[WAVE_FILE, this.#wave]]));
    this.#wasi.args = commandLine(request);
    this.#wasi.fds = standardStreams((line) => printed.push(line), folder);
    const exitCode = this.#wasi.start({ exports: this.#program });
    if (exitCode !== 0 || this.#wave.data.byteLength === 0) {
      throw new Error(`flite ended with code ${exitCode}: ${printed.join(' ').slice(0, 200)}`);
    }
    return { ...readWav(this.#wave.data), phones: parsePhones(printed.join(' ')) };
  }

  #restoreMemory(): void {
    const memory = new Uint8Array(this.#program.memory.buffer);
    memory.set(this.#pristine, this.#writableFrom);
    memory.fill(0, this.#writableFrom + WRITABLE_BYTES);
  }
}

interface WasiProgram {
  readonly memory: WebAssembly.Memory;
  readonly _start: () => unknown;
}

function instantiate(module: WebAssembly.Module, wasi: WASI): WasiProgram {
  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi.wasiImport });
  const { memory, _start: start } = instance.exports;
  if (!(memory instanceof WebAssembly.Memory) || typeof start !== 'function') {
    throw new Error('flite.wasm is not a WASI program');
  }
  return { memory, _start: () => start() };
}

/** The shim prints what it does unless told otherwise. */
function newWasi(): WASI {
  return new WASI([], [], [], { debug: false });
}

function commandLine({ text, voice, durationStretch }: FliteRequest): string[] {
  const stretch = durationStretch === 1 ? [] : ['--setf', `duration_stretch=${durationStretch}`];
  return ['flite', '-voice', voice, ...stretch, '-psdur', '-t', text, '-o', WAVE_FILE];
}

function standardStreams(print: (line: string) => void, folder: PreopenDirectory): Fd[] {
  const nothing = new OpenFile(new File([]));
  return [nothing, ConsoleStdout.lineBuffered(print), ConsoleStdout.lineBuffered(print), folder];
}

/** `-psdur` prints `pau:0.164 hh:0.255 …`: every phone with the second at which it ends. */
function parsePhones(printed: string): Phone[] {
  return [...printed.matchAll(/([a-z]+):(\d+\.\d+)/g)].map(([, name = '', end = '']) => ({
    name,
    endSeconds: Number(end),
  }));
}
