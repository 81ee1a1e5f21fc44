import type { Edition } from '../../edition.js';
import type { Store } from '../../store/contract.js';
import { checkManifest } from './check-manifest.js';
import { checkSound, type MeasureSound } from './check-sound.js';
import { checkChapters, checkTranscript } from './check-texts.js';
import { fileProblem } from './file-problem.js';
import { type Finding, reporter } from './finding.js';

/** Checks one edition: the manifest in itself, every file against it, nothing beside them. */
export async function checkEdition(
  store: Store,
  edition: Edition,
  measure: MeasureSound | undefined,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const remedy = `build the issue of "${edition.slug}" again`;
  const at = (name: string) => reporter(findings, `${edition.slug}/${name}`, remedy);
  checkManifest(edition, at('edition.json'));
  for (const file of edition.files) {
    const bytes = await store.read(`${edition.slug}/${file.name}`);
    const problem = fileProblem(bytes, file);
    if (problem !== undefined) at(file.name)('file-differs', problem);
    else if (bytes !== undefined) await checkContent(bytes, file.name, edition, measure, at(file.name));
  }
  findings.push(...(await unlistedFiles(store, edition)));
  return findings;
}

async function checkContent(
  bytes: Uint8Array,
  name: string,
  edition: Edition,
  measure: MeasureSound | undefined,
  report: ReturnType<typeof reporter>,
): Promise<void> {
  if (name === 'chapters.json') checkChapters(textOf(bytes), edition, report);
  if (name === 'transcript.vtt') checkTranscript(textOf(bytes), edition, report);
  if (name === edition.audio.file && measure !== undefined) await checkSound(edition, measure, report);
}

async function unlistedFiles(store: Store, edition: Edition): Promise<readonly Finding[]> {
  const listed = new Set(['edition.json', ...edition.files.map(({ name }) => name)]);
  const findings: Finding[] = [];
  for await (const { name } of store.list(edition.slug)) {
    if (listed.has(name.slice(edition.slug.length + 1))) continue;
    const problem = 'it is no part of the edition, but would be published with it';
    findings.push({ code: 'file-not-listed', file: name, problem, remedy: 'remove it' });
  }
  return findings;
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}
