/**
 * `npm run bench -- [NAME …]`: the project's measurements, one after the other; without a name all of them.
 * Figures are ratios measured in one run wherever a machine's speed matters.
 */
const BENCHES = {
  build: () => import('./build.js'),
  reading: () => import('./reading.js'),
  verbalize: () => import('./verbalize.js'),
  engines: () => import('./engines.js'),
  sound: () => import('./sound.js'),
  regenerate: () => import('./regenerate.js'),
  feed: () => import('./feed.js'),
  player: () => import('./player.js'),
  studio: () => import('./studio.js'),
} as const;

type BenchName = keyof typeof BENCHES;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}
for (const name of (wanted.length > 0 ? wanted : Object.keys(BENCHES)) as BenchName[]) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const { run } = await BENCHES[name]();
  await run();
}
