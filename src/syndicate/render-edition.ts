import type { Edition, EditionAudio, Episode, IssueHead, Notice, PublishedFile, Show } from '../edition.js';
import type { Neighbour } from './archive/edition-before.js';
import type { Artwork } from './artwork.js';
import { renderChapters } from './chapters.js';
import { type CorrectionRequest, historyOf } from './corrections.js';
import { renderEmbedPage } from './embed/embed-page.js';
import { renderOembed } from './embed/oembed.js';
import { makeGuidSeed } from './guids.js';
import { audioAddress, publicAddress } from './links.js';
import { describeContent, type OutputFile } from './output-file.js';
import { renderEditionPage } from './pages/edition-page.js';
import { renderTranscripts } from './transcript/transcripts.js';

export interface EditionInput extends CorrectionRequest {
  /** The script's `issue`. */
  readonly issue: IssueHead;
  readonly episode: Episode;
  /** With its GUID, where it has one. */
  readonly show: Show;
  /** Of every stage. */
  readonly notices: readonly Notice[];
  /** The files that stitch made, relative to the edition's folder: the episode, the stories. */
  readonly audioFiles: readonly PublishedFile[];
  readonly artwork?: Artwork;
  /** The edition that appeared before this one, to link to. */
  readonly before?: Neighbour;
  /** The edition as it is published now, if it is: its corrections and its identity are kept. */
  readonly former?: Edition | undefined;
}

/** An edition's manifest and every file written from it, `edition.json` last. */
export interface RenderedEdition {
  readonly edition: Edition;
  /** Names are relative to the edition's folder. */
  readonly files: readonly OutputFile[];
}

/** Writes the edition's texts: chapters, transcript, page and manifest. Pure: same input, same bytes. */
export function renderEdition(input: EditionInput): RenderedEdition {
  const draft = draftEdition(input);
  const texts = [
    { name: 'chapters.json', content: chaptersOf(draft, input.show) },
    ...renderTranscripts(draft),
    ...embedFiles(draft, input),
    { name: 'index.html', content: renderEditionPage({ ...input, edition: draft }) },
  ];
  const files = [...input.audioFiles, ...texts.map(describeContent)];
  const edition: Edition = { ...draft, files };
  return { edition, files: [...texts, { name: 'edition.json', content: `${JSON.stringify(edition)}\n` }] };
}

/** The manifest before its files are known. */
function draftEdition({ issue, episode, show, notices, former, ...request }: EditionInput): Edition {
  return {
    schema: 1,
    slug: issue.slug,
    title: issue.title,
    date: issue.date,
    language: issue.language,
    ...(issue.url === undefined ? {} : { url: issue.url }),
    durationSeconds: episode.durationSeconds,
    audio: withUrl(episode.audio),
    ...(episode.alternates === undefined ? {} : { alternates: episode.alternates.map(withUrl) }),
    stories: episode.stories,
    ...seedOf(former, show),
    ...historyOf(former, request),
    files: [],
    notices,
  };
}

/** Given once: an edition that was published without one keeps the GUID that it has. */
function seedOf(former: Edition | undefined, show: Show): Pick<Edition, 'guidSeed'> {
  const guidSeed = former === undefined ? makeGuidSeed(show) : former.guidSeed;
  return guidSeed === undefined ? {} : { guidSeed };
}

/** The player alone, and for those who are given the page's link, where to find it. */
function embedFiles(edition: Edition, input: EditionInput): readonly OutputFile[] {
  const { show, artwork } = input;
  const page = { name: 'embed.html', content: renderEmbedPage({ ...input, edition }) };
  if (show.baseUrl === undefined) return [page];
  return [page, { name: 'oembed.json', content: renderOembed(edition, show, show.baseUrl, artwork) }];
}

function withUrl({ file, ...rest }: EditionAudio): EditionAudio {
  return { file, url: audioAddress({ file, ...rest }), ...rest };
}

function chaptersOf(edition: Edition, show: Show): string {
  return renderChapters(edition.stories, {
    title: edition.title,
    podcastName: show.title,
    author: show.author,
    fileName: publicAddress(show, `${edition.slug}/${audioAddress(edition.audio)}`),
  });
}
