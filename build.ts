/** What `npm run build` does after tsc: bundles for browsers and of ElevenLabs' SDK, and the command's permission. */
import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleSdk } from './src/speech/engines/elevenlabs/build/bundle-sdk.js';
import { bundleWeb } from './src/web/build/bundle.js';

const dist = fileURLToPath(new URL('dist', import.meta.url));

await Promise.all([
  bundleWeb(path.join(dist, 'web')),
  bundleSdk(path.join(dist, 'speech/engines/elevenlabs/sdk.js')),
  chmod(path.join(dist, 'cli/main.js'), 0o755),
]);
