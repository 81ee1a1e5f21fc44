import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeLeftovers, temporaryName, writeWhole } from '../../src/stitch/disk.js';
import { temporaryFolder } from './temporary-folder.js';

describe('writeWhole', () => {
  it('shows a file only when it is whole', async () => {
    const target = path.join(temporaryFolder(), 'deep', 'file');
    await writeWhole(target, async (append) => {
      await append('one ');
      expect(existsSync(target)).toBe(false);
      await append(Buffer.from('two'));
    });
    expect(readFileSync(target, 'utf8')).toBe('one two');
  });

  it('leaves the last good file, and nothing else, when writing fails', async () => {
    const folder = temporaryFolder();
    const target = path.join(folder, 'file');
    writeFileSync(target, 'good');
    const failing = writeWhole(target, async (append) => {
      await append('half');
      throw new Error('broke');
    });
    await expect(failing).rejects.toThrow('broke');
    expect(readFileSync(target, 'utf8')).toBe('good');
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('says plainly which file could not be written', async () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const target = path.join(file, 'below');
    await expect(writeWhole(target, async () => {})).rejects.toMatchObject({
      code: 'stitch-write-failed',
      message: expect.stringContaining(`"${target}" could not be written`),
    });
  });
});

describe('removeLeftovers', () => {
  it('removes old temporary files and nothing else', async () => {
    const folder = temporaryFolder();
    const [old, fresh] = [temporaryName(path.join(folder, 'a')), temporaryName(path.join(folder, 'b'))];
    const kept = path.join(folder, 'kept.mp3');
    for (const file of [old, fresh, kept]) writeFileSync(file, 'x');
    const nowMs = Date.now();
    for (const file of [old, kept]) utimesSync(file, nowMs / 1000 - 7200, nowMs / 1000 - 7200);
    await removeLeftovers(folder, nowMs);
    expect(readdirSync(folder).sort()).toEqual([path.basename(fresh), 'kept.mp3'].sort());
    await removeLeftovers(path.join(folder, 'nowhere'), nowMs);
  });
});
