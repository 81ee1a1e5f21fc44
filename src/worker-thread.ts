import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * Starts a module beside the caller as a worker thread. Built, it is JavaScript; run from its TypeScript
 * source (tests, `tsx`) the thread first needs the loader that the main thread has, for it inherits none.
 *
 * @param name Without its ending: `flite-worker`.
 * @param besideUrl `import.meta.url` of the caller.
 */
export function startWorker(name: string, besideUrl: string, workerData: unknown): Worker {
  // What libraries print in there is no message of ours.
  const options = { workerData, stdout: true, stderr: true };
  if (!besideUrl.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, besideUrl), options);
  return new Worker(importTypeScript(new URL(`./${name}.ts`, besideUrl)), { ...options, eval: true });
}

function importTypeScript(module: URL): string {
  // `require` finds the CommonJS twin, which can't register the loader in a thread.
  const api = createRequire(module)
    .resolve('tsx/esm/api')
    .replace(/\.cjs$/, '.mjs');
  const loader = pathToFileURL(api).href;
  return `import(${JSON.stringify(loader)}).then(({ register }) => {
    register();
    return import(${JSON.stringify(module.href)});
  })`;
}
