import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';

/** Every edge of src/, type-only imports included. */
let edges: readonly { readonly from: string; readonly to: string; readonly circular: boolean }[] = [];

beforeAll(async () => {
  const { output } = await cruise(['src'], {
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
    ruleSet: { forbidden: [{ name: 'no-cycle', from: {}, to: { circular: true } }] },
    validate: true,
  } as Parameters<typeof cruise>[1]);
  edges = (output as ICruiseResult).modules.flatMap((module: IModule) =>
    module.dependencies.map(({ resolved, circular }) => ({ from: module.source, to: resolved, circular })),
  );
});

const STAGES = ['issue', 'script', 'speech', 'stitch', 'syndicate'] as const;

/** What every stage may know: the vocabulary, the one error, what newsletters call things, how threads are kept. */
const SHARED = ['edition', 'errors', 'newsletter-words', 'worker-thread', 'collect-garbage'].map(
  (name) => `src/${name}.ts`,
);

const isStage = (file: string) => STAGES.some((stage) => file.startsWith(`src/${stage}/`));
const folderOf = (file: string) => file.split('/')[1] ?? '';
const forbidden = (rule: (from: string, to: string) => boolean) =>
  edges.filter(({ from, to }) => rule(from, to)).map(({ from, to }) => `${from} → ${to}`);

describe('the way through the house', () => {
  it('is read from the code at all', () => {
    expect(edges.length).toBeGreaterThan(100);
    expect(
      edges.some(({ from, to }) => from.startsWith('src/pipeline/') && to.startsWith('src/stitch/')),
    ).toBe(true);
  });

  it('has no import cycles', () => {
    expect(edges.filter(({ circular }) => circular).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('edition.ts imports nothing', () => {
    expect(forbidden((from) => from === 'src/edition.ts')).toEqual([]);
  });

  it('a stage never imports another stage, the pipeline, the settings, the command line or the web', () => {
    expect(
      forbidden(
        (from, to) =>
          isStage(from) &&
          to.startsWith('src/') &&
          folderOf(to) !== folderOf(from) &&
          !SHARED.includes(to) &&
          !to.startsWith('src/store/contract'),
      ),
    ).toEqual([]);
  });

  it('only the pipeline, its commands, the library entrance and the edits laid over a script know stages', () => {
    expect(
      forbidden(
        (from, to) => isStage(to) && !isStage(from) && !/^src\/(pipeline|cli\/|index|edits\/)/.test(from),
      ),
    ).toEqual([]);
  });

  it('nothing but the command line imports the command line', () => {
    expect(forbidden((from, to) => to.startsWith('src/cli/') && !from.startsWith('src/cli/'))).toEqual([]);
  });

  it('the player shares nothing with the rest but the vocabulary', () => {
    expect(
      forbidden(
        (from, to) =>
          from.startsWith('src/web/player/') &&
          to.startsWith('src/') &&
          !/^src\/(web\/|edition\.ts)/.test(to),
      ),
    ).toEqual([]);
  });

  it("the studio uses the package as any other program does, and its page nothing but the API's types", () => {
    const isStudio = (file: string) => file.startsWith('src/web/studio/');
    const isPage = (file: string) => file.startsWith('src/web/studio/page/');
    expect(
      forbidden(
        (from, to) =>
          isStudio(from) && to.startsWith('src/') && !/^src\/(index\.ts|edition\.ts|web\/)/.test(to),
      ),
    ).toEqual([]);
    expect(
      forbidden(
        (from, to) =>
          isPage(from) &&
          to.startsWith('src/') &&
          !isPage(to) &&
          !/^src\/(edition\.ts|web\/(studio\/api|theme|player))/.test(to),
      ),
    ).toEqual([]);
  });

  it.each([
    ['fluent-ffmpeg', 1],
    ['@elevenlabs/elevenlabs-js', 1],
    ['commander', 2],
  ])('%s is imported by at most %i files', (library, most) => {
    const importers = new Set(
      edges.filter(({ to }) => to.includes(`node_modules/${library}/`)).map(({ from }) => from),
    );
    expect([...importers].length).toBeGreaterThan(0);
    expect([...importers].length).toBeLessThanOrEqual(most);
  });
});

describe('the outside world', () => {
  it.each([
    ['process.env', /\bprocess\.env\b/, /^src\/cli\//],
    ['process.exit', /\bprocess\.exit(Code)?\b/, /^src\/cli\//],
    ['console', /\bconsole\.\w+\(/, /^src\/cli\//],
  ])('%s is touched by the command line alone', async (_, pattern, allowed) => {
    const { glob, readFile } = await import('node:fs/promises').then(async (fs) => ({
      readFile: fs.readFile,
      glob: async () =>
        (await fs.readdir('src', { recursive: true }))
          .map((name) => `src/${name}`)
          .filter((name) => name.endsWith('.ts')),
    }));
    const offenders: string[] = [];
    for (const file of await glob()) {
      if (
        !allowed.test(file) &&
        !file.startsWith('src/web/build/') &&
        pattern.test(await readFile(file, 'utf8'))
      )
        offenders.push(file);
    }
    expect(offenders).toEqual([]);
  });
});
