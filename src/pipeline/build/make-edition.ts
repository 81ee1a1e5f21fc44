import path from 'node:path';
import type { Correction, Edition, Episode, Issue, Notice, Show, StageResult } from '../../edition.js';
import { type AlternateFormat, encodeAlternates, formatsOf } from '../../stitch/alternates.js';
import type { TagPicture } from '../../stitch/id3.js';
import { joinEpisode } from '../../stitch/join-episode.js';
import type { PublishedMp3 } from '../../stitch/take-over.js';
import type { OutgoingFile } from '../../store/contract.js';
import {
  editionBefore,
  formerEdition,
  identify,
  publishEdition,
  type RenderedEdition,
  renderEdition,
  type ShowFiles,
} from '../../syndicate/index.js';
import { type EditionState, historyBefore, stateFiles, takesOf } from '../edition-state.js';
import type { PipelineHost } from '../host.js';
import { showFiles } from '../show-files.js';
import type { Workshop } from '../workshop.js';
import { editionCover } from './edition-cover.js';
import { type MadeSound, makeSound, type SoundOrder, type SoundRequest } from './sound.js';
import { storyPictures } from './story-pictures.js';

/** What an edition is made from. */
export interface EditionOrder extends SoundOrder {
  readonly issue: Issue;
  /** The folder that the issue lies in, for pictures beside it. */
  readonly issueFolder?: string | undefined;
  /** Of the stages before. */
  readonly notices: readonly Notice[];
  /** What was put right, for listeners. */
  readonly correction?: Correction;
  /** Publish under a new GUID, so that apps tell everyone. */
  readonly reissue?: boolean;
  /** The states that can be brought back afterwards; default: those there are, and the one that is replaced. */
  readonly history?: readonly EditionState[];
  /** Files of stories that are not meant to change, as they are published, by name. */
  readonly published?: Promise<ReadonlyMap<string, PublishedMp3>>;
}

export interface MadeEdition {
  readonly edition: Edition;
  /** Names under `--out` that were written; none where nothing had changed. */
  readonly written: readonly string[];
  /** What speech services were sent in this build, a sentence for each; none where nothing was sent. */
  readonly bill: readonly string[];
}

/** script → speech → stitch → syndicate: makes the edition and publishes it, all or nothing. */
export async function makeEdition(
  order: EditionOrder,
  request: SoundRequest,
  workshop: Workshop,
  host: PipelineHost,
): Promise<MadeEdition> {
  const { show } = request.config;
  const drawing = showFiles(request.config, workshop.store, host.webFolder);
  // Thrown where it is awaited; until then a failure must not count as unhandled.
  drawing.catch(() => undefined);
  // A picture that can't be used shall cost no speech; one that is drawn is drawn while others work.
  if (show.artwork !== undefined) await drawing;
  const former = await formerEdition(workshop.store, order.script.issue.slug);
  const finding = storyPictures(order, workshop, host);
  finding.catch(() => undefined);
  let covering: ReturnType<typeof editionCover> | undefined;
  const coverEdition = () => drawing.then((own) => editionCover(order.script.issue, own, workshop));
  // A large picture beside a speaking engine would be the most memory that a build ever takes.
  const onSpoken = () => {
    covering = coverEdition();
    covering.catch(() => undefined);
  };
  const sound = await makeSound({ ...order, onSpoken }, request, workshop, host);
  const own = await drawing;
  const pictures = await finding;
  const looks = { cover: await (covering ?? coverEdition()), storyPictures: pictures.value };
  const episode = await makeEpisode(
    order,
    sound.value,
    { show, former, formats: request.formats ?? [], ...looks },
    workshop,
    host,
  );
  const bill = sound.notices.filter(isBill);
  // A build that sends nothing has no bill; what the edition cost stays as it was, and the manifest too.
  const keptBill = bill.length === 0 ? (former?.notices.filter(isBill) ?? []) : [];
  const notices = withoutRepeats([
    ...order.notices,
    ...sound.notices,
    ...keptBill,
    ...pictures.notices,
    ...episode.notices,
  ]);
  host.onEvent({ kind: 'stage', stage: 'syndicate' });
  const before = await editionBefore(workshop.store, order.script.issue);
  const rendered = renderEdition({
    issue: order.script.issue,
    episode: episode.value,
    show: await identify(show, workshop.store),
    notices,
    audioFiles: audioFilesOf(episode.value),
    ...(own.artwork === undefined ? {} : { artwork: own.artwork }),
    former,
    ...(before === undefined ? {} : { before }),
    ...(order.correction === undefined ? {} : { correction: order.correction }),
    ...(order.reissue === undefined ? {} : { reissue: order.reissue }),
  });
  const encoded = sound.value.stories.map(({ file }) => path.parse(file).name);
  const made = await publish(rendered, { ...order, encoded }, own, workshop, host);
  return { ...made, bill: bill.map(({ message }) => message) };
}

/** What a speech service was sent; see `notices.ts` of the speech stage. */
function isBill({ code }: Notice): boolean {
  return code === 'speech-bill';
}

/** What an episode has beside its sound. */
interface EpisodeParts {
  readonly show: Show;
  readonly former: Edition | undefined;
  readonly formats: readonly AlternateFormat[];
  readonly cover: TagPicture | undefined;
  readonly storyPictures: ReadonlyMap<string, TagPicture>;
}

/** The episode in every format that was asked for, or that the edition already has. */
async function makeEpisode(
  { script, published }: EditionOrder,
  sound: MadeSound,
  { former, formats: asked, ...parts }: EpisodeParts,
  workshop: Workshop,
  { signal }: PipelineHost,
): Promise<StageResult<Episode>> {
  const options = { ...workshop, keepFolder: workshop.encodedFolder, ...parts, signal };
  const joined = await joinEpisode(script.issue, sound.stories, {
    ...options,
    sound: sound.produced,
    published: await published,
  });
  const formats = [...asked, ...formatsOf(former)];
  if (formats.length === 0) return joined;
  const alternates = await encodeAlternates(script.issue, joined.value, formats, options);
  return { ...joined, value: { ...joined.value, alternates } };
}

async function publish(
  rendered: RenderedEdition,
  order: EditionOrder & Pick<EditionState, 'encoded'>,
  own: ShowFiles,
  { store, lock, stagingFolder }: Workshop,
  host: PipelineHost,
): Promise<Omit<MadeEdition, 'bill'>> {
  const { edition } = rendered;
  const { issue, script, edits, encoded } = order;
  const { notices } = edition;
  const state: EditionState = { schema: 1, issue, script, edits, notices, takes: takesOf(edition), encoded };
  const history = order.history ?? (await historyBefore(store, edition.slug, state));
  const files: readonly OutgoingFile[] = [...stateFiles(edition.slug, state, history), ...own.files];
  const sound = audioFilesOf(edition).map(({ name, ...file }) => ({
    name,
    content: { ...file, file: path.join(stagingFolder, name) },
  }));
  const publication = await publishEdition(store, lock, rendered, sound, { ...own, files });
  for (const notice of [...edition.notices, ...publication.notices]) host.onEvent({ kind: 'notice', notice });
  return { edition, written: publication.report.written.filter((name) => !name.startsWith('.')) };
}

/** A regenerated edition brings the notices of its former state along. */
function withoutRepeats(notices: readonly Notice[]): readonly Notice[] {
  return [...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values()];
}

function audioFilesOf({ audio, alternates = [], stories }: Episode) {
  return [audio, ...alternates, ...stories].map(({ file: name, bytes, sha256 }) => ({ name, bytes, sha256 }));
}
