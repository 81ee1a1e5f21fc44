import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareSound } from '../../src/stitch/sounds.js';
import { installedFfmpeg } from './programs.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = path.join(import.meta.dirname, '../../examples/sounds');

describe('the example sounds', () => {
  it('are what their maker makes', async () => {
    const maker = (await import(path.join(folder, 'make-sounds.mjs'))) as {
      makeSounds(): Record<string, Buffer>;
    };
    for (const [name, bytes] of Object.entries(maker.makeSounds())) {
      expect(readFileSync(path.join(folder, name)).equals(bytes), name).toBe(true);
    }
  });

  it('can be used as intro and transition', async () => {
    const sound = {
      intro: { file: path.join(folder, 'intro.wav') },
      transition: { file: path.join(folder, 'transition.wav') },
    };
    const { pieces } = await prepareSound(sound, { ffmpeg: installedFfmpeg, keepFolder: temporaryFolder() });
    expect(pieces.intro?.frameCount).toBeGreaterThan(200);
    expect(pieces.transition?.frameCount).toBeGreaterThan(75);
  });
});
