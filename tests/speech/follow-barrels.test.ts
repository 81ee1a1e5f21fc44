import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { Barrels } from '../../src/speech/engines/elevenlabs/build/follow-barrels.js';

const require = createRequire(import.meta.url);

describe("the barrels of ElevenLabs' SDK", () => {
  it.each(['api', 'serialization', 'core', 'errors'])(
    '%s: every name is found where it is defined',
    (part) => {
      const file = require.resolve(`@elevenlabs/elevenlabs-js/${part}/index.js`);
      const definitions = new Barrels().definitionsOf(file);
      const loaded: Readonly<Record<string, unknown>> = require(file);
      expect(Object.keys(loaded).length).toBeGreaterThan(1);
      const wrong = Object.entries(loaded).filter(([name, value]) => {
        const found = definitions.get(name);
        if (found === undefined) return true;
        const module = require(found.file);
        return (found.name === undefined ? module : module[found.name]) !== value;
      });
      expect(wrong.map(([name]) => name)).toEqual([]);
    },
  );
});
