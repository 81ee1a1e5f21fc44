import { randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BuildRequest, Config, PipelineHost } from '../../../index.js';
import type { IssueRequest } from '../api.js';
import { keepJson, privatePath, readJson } from './private-file.js';
import { refused } from './refusals.js';
import type { StudioSettings } from './studio-settings.js';

/** An issue that was given to be built, with its bytes as they were read. */
interface KeptIssue {
  /** What it was called or where it stood; its ending tells the format. */
  readonly name: string;
  readonly base64: string;
  readonly mediaType?: string;
  readonly url?: string;
  readonly reading: { readonly title?: string; readonly date?: string; readonly slug?: string };
  readonly engine?: string;
}

/** Issues that nobody built in this time are forgotten. */
const KEPT_DAYS = 14;

/** Issues between being given and being built; kept in files, so they outlive the server. */
export class IssueShelf {
  readonly #settings: StudioSettings;

  constructor(settings: StudioSettings) {
    this.#settings = settings;
  }

  /** Reads an issue and keeps its bytes, so that what is planned is what is built. @throws as fetching does. */
  async add(request: IssueRequest, host: PipelineHost): Promise<string> {
    await this.#forgetOld(host.now().getTime());
    const id = randomUUID();
    await keepJson(this.#file(id), await keptIssue(request, host));
    return id;
  }

  /**
   * What the pipeline is asked, and the world in which it finds this issue and no other.
   *
   * @throws AudioEditionError `issue-unknown`.
   */
  async requestFor(
    id: string,
    config: Config,
    host: PipelineHost,
  ): Promise<{ readonly request: BuildRequest; readonly host: PipelineHost }> {
    const kept = (await readJson(this.#file(id))) as KeptIssue | undefined;
    if (kept === undefined) throw unknownIssue();
    const { name, mediaType, url, reading } = kept;
    const bytes = Buffer.from(kept.base64, 'base64');
    const engine = kept.engine ?? config.engine;
    return {
      request: {
        issue: url ?? (name || '-'),
        outDir: this.#settings.outDir,
        reading,
        config: { ...config, engine },
      },
      host: {
        ...host,
        sources: {
          readFile: async () => bytes,
          readStdin: async () => bytes,
          fetch: async () => ({
            bytes,
            ...(mediaType === undefined ? {} : { mediaType }),
            ...(url === undefined ? {} : { url }),
          }),
        },
      },
    };
  }

  async forget(id: string): Promise<void> {
    await rm(this.#file(id), { force: true });
  }

  /** @throws AudioEditionError `issue-unknown` for what this shelf has not named itself. */
  #file(id: string): string {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw unknownIssue();
    return privatePath(this.#settings.outDir, 'issues', `${id}.json`);
  }

  async #forgetOld(nowMs: number): Promise<void> {
    const folder = privatePath(this.#settings.outDir, 'issues');
    for (const name of await readdir(folder).catch(() => [])) {
      const file = path.join(folder, name);
      const modifiedMs = (await stat(file).catch(() => undefined))?.mtimeMs ?? nowMs;
      if (nowMs - modifiedMs > KEPT_DAYS * 24 * 60 * 60 * 1000) await rm(file, { force: true });
    }
  }
}

async function keptIssue(request: IssueRequest, host: PipelineHost): Promise<KeptIssue> {
  const { title, date, slug, engine } = request;
  const known = {
    reading: {
      ...(title === undefined ? {} : { title }),
      ...(date === undefined ? {} : { date }),
      ...(slug === undefined ? {} : { slug }),
    },
    ...(engine === undefined ? {} : { engine }),
  };
  if ('url' in request) {
    const { bytes, mediaType, url = request.url } = await host.sources.fetch(request.url);
    const base64 = Buffer.from(bytes).toString('base64');
    return { ...known, name: '', base64, url, ...(mediaType === undefined ? {} : { mediaType }) };
  }
  if ('text' in request) return { ...known, name: '', base64: Buffer.from(request.text).toString('base64') };
  // A name is for its ending and for people, never a path.
  return { ...known, name: path.basename(request.name.replaceAll('\\', '/')), base64: request.base64 };
}

function unknownIssue() {
  return refused('issue-unknown', 'This issue is not here any more; give it again.');
}
