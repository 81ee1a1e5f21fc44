/** Publishes two states in turn into a folder until it is killed: `tsx publish-forever.ts FOLDER`. */
import { openDiskStore } from '../../src/store/disk/disk-store.js';

const FILES = 40;

/** All files of a state say the same letter; the second state also has a folder of its own. */
export function stateFiles(letter: string): { readonly name: string; readonly content: string }[] {
  const names = Array.from({ length: FILES }, (_, index) => `one/stories/${index}.txt`);
  return [...names, `only-${letter}/edition.json`, 'feed.xml'].map((name) => ({
    name,
    content: letter.repeat(5_000),
  }));
}

if (process.argv[2] !== undefined && process.argv[1]?.endsWith('publish-forever.ts')) {
  const store = openDiskStore(process.argv[2]);
  for (let turn = 0; ; turn++) {
    const [letter, other] = turn % 2 === 0 ? ['a', 'b'] : ['b', 'a'];
    const lock = await store.lock({ owner: 'test' });
    await lock.publish(stateFiles(letter as string), [`only-${other}/edition.json`]);
    await lock.release();
    process.stdout.write('.');
  }
}
