import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { followBarrels } from './follow-barrels.js';

const SOURCE = fileURLToPath(new URL('../sdk.ts', import.meta.url));

/** Bundles `sdk.ts` with what it needs of the SDK, and the SDK's licence, into one ES module. */
export async function bundleSdk(outFile: string): Promise<void> {
  await build({
    entryPoints: [SOURCE],
    outfile: outFile,
    // tsc has written a file of this name, which loads the whole library.
    allowOverwrite: true,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minify: true,
    plugins: [{ name: 'follow-barrels', setup: followBarrels }],
    // Only where there is no fetch, and Node has had it since version 18.
    external: ['node-fetch'],
    banner: { js: `${await licenceComment()}\n${REQUIRE}` },
  });
}

/** The SDK is CommonJS and asks for modules of Node's when it needs them. */
const REQUIRE = `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);`;

async function licenceComment(): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve('@elevenlabs/elevenlabs-js/package.json');
  const licence = await readFile(path.join(path.dirname(manifest), 'LICENSE'), 'utf8');
  return `/*!\nMade from @elevenlabs/elevenlabs-js.\n\n${licence.trim()}\n*/`;
}
