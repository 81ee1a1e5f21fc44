import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin, transform } from 'esbuild';

const webFolder = fileURLToPath(new URL('..', import.meta.url));

/** Syntax for browsers of the last three years; the colours (`light-dark()`) need those of the last two. */
const target = ['chrome111', 'firefox115', 'safari16.4'];

/** A stylesheet that a script imports becomes minified text, to be used in a constructable stylesheet. */
const cssAsText: Plugin = {
  name: 'css-as-text',
  setup(bundler) {
    bundler.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const css = await transform(await readFile(file, 'utf8'), {
        loader: 'css',
        minify: true,
        // Old targets would rewrite nesting and colours that the sheets guard with @supports themselves.
        target: 'esnext',
      });
      return { contents: css.code.trim(), loader: 'text' };
    });
  },
};

const script: BuildOptions = {
  entryPoints: [path.join(webFolder, 'player/index.ts')],
  bundle: true,
  minify: true,
  target,
  legalComments: 'eof',
  plugins: [cssAsText],
  // Unknown to a page; lit asks for it to choose its development build.
  conditions: ['production'],
};

/**
 * Writes `player/audio-edition.js` (ES module), `player/audio-edition.classic.js` (classic script, for pages
 * opened from disk), `page/page.js`, `theme/theme.css` and the studio's page (`studio/index.html`, `studio.js`,
 * `studio.css`) under `outFolder`.
 */
export async function bundleWeb(outFolder: string): Promise<void> {
  const player = path.join(outFolder, 'player');
  await mkdir(player, { recursive: true });
  await Promise.all([
    build({ ...script, format: 'esm', outfile: path.join(player, 'audio-edition.js') }),
    build({ ...script, format: 'iife', outfile: path.join(player, 'audio-edition.classic.js') }),
    build({
      ...script,
      entryPoints: [path.join(webFolder, 'page/index.ts')],
      format: 'iife',
      outfile: path.join(outFolder, 'page/page.js'),
    }),
    build({
      entryPoints: [path.join(webFolder, 'theme/theme.css')],
      bundle: true,
      outfile: path.join(outFolder, 'theme/theme.css'),
    }),
    bundleStudio(path.join(outFolder, 'studio')),
  ]);
}

async function bundleStudio(outFolder: string): Promise<void> {
  const page = path.join(webFolder, 'studio/page');
  await mkdir(outFolder, { recursive: true });
  await Promise.all([
    build({
      ...script,
      entryPoints: [path.join(page, 'ahead-main.ts')],
      format: 'iife',
      outfile: path.join(outFolder, 'ahead.js'),
    }),
    build({
      ...script,
      entryPoints: [path.join(page, 'main.ts')],
      format: 'esm',
      outfile: path.join(outFolder, 'studio.js'),
    }),
    build({
      entryPoints: [path.join(page, 'studio.css')],
      bundle: true,
      outfile: path.join(outFolder, 'studio.css'),
    }),
    copyFile(path.join(page, 'index.html'), path.join(outFolder, 'index.html')),
  ]);
}
