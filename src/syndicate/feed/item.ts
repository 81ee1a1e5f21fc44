import type { EditionAudio, Show } from '../../edition.js';
import type { EditionSummary } from '../archive/summary.js';
import { exactClockTime } from '../clock.js';
import { rfc2822 } from '../dates.js';
import { editionNumber, titleWithoutNumber } from '../edition-number.js';
import { editionGuid } from '../guids.js';
import { audioAddress, encodePath, publicAddress } from '../links.js';
import { asCdata, type Markup, markup } from '../markup.js';
import { oneLine, shorten } from '../plain-text.js';
import { TRANSCRIPT_TYPES } from '../transcript/kinds.js';
import { renderDescription, renderShortDescription, renderShowNotes } from './show-notes.js';

/** Apple cuts longer titles. */
const MAX_TITLE_CHARACTERS = 255;
/** podcast-namespace, docs/tags/soundbite.md. */
const MAX_SOUNDBITE_CHARACTERS = 128;

/** What items share. */
export interface ItemContext {
  readonly show: Show;
  /** Absolute address of the artwork. */
  readonly picture?: string;
}

/** An edition as an item of the feed, with everything that apps can show. */
export function renderItem(edition: EditionSummary, context: ItemContext): Markup {
  const folder = folderOf(edition, context.show);
  return markup`<item>
${renderCore(edition, context, asCdata(renderDescription(edition, `${folder}/`)))}<content:encoded>${asCdata(renderShowNotes(edition, `${folder}/`))}</content:encoded>
${renderNumber(edition)}${renderTranscripts(edition, folder)}${renderAlternateEnclosures(edition, folder)}${renderSoundbite(edition)}${renderSimpleChapters(edition)}</item>
`;
}

/** The same in about a kilobyte, for the older items of a long feed: what is needed to find and play it. */
export function renderShortItem(edition: EditionSummary, context: ItemContext): Markup {
  const folder = folderOf(edition, context.show);
  const transcripts = {
    ...edition,
    transcripts: edition.transcripts.filter((name) => name === 'transcript.vtt'),
  };
  return markup`<item>
${renderCore(edition, context, markup`${renderShortDescription(edition)}`)}${renderTranscripts(transcripts, folder)}</item>
`;
}

function renderCore(edition: EditionSummary, { show, picture }: ItemContext, description: Markup): Markup {
  const folder = folderOf(edition, show);
  const { audio } = edition;
  const title = titleWithoutNumber(oneLine(edition.title), oneLine(show.title));
  return markup`<title>${shorten(title, MAX_TITLE_CHARACTERS)}</title>
<link>${folder}/</link>
<guid isPermaLink="false">${editionGuid(edition)}</guid>
<pubDate>${rfc2822(edition.publishedAt)}</pubDate>
<description>${description}</description>
<enclosure url="${folder}/${audioAddress(audio)}" length="${audio.bytes}" type="${audio.mimeType}"/>
<itunes:duration>${Math.max(1, Math.round(edition.durationSeconds))}</itunes:duration>
<itunes:explicit>${String(show.explicit)}</itunes:explicit>
<itunes:episodeType>full</itunes:episodeType>
${picture !== undefined && markup`<itunes:image href="${picture}"/>\n`}<podcast:chapters url="${folder}/chapters.json" type="application/json+chapters"/>
`;
}

function renderNumber(edition: EditionSummary): Markup | undefined {
  const number = editionNumber(edition);
  return number === undefined
    ? undefined
    : markup`<itunes:episode>${number}</itunes:episode>\n<podcast:episode>${number}</podcast:episode>\n`;
}

function renderTranscripts(edition: EditionSummary, folder: string): readonly Markup[] {
  return edition.transcripts.flatMap((name) => {
    const type = TRANSCRIPT_TYPES[name];
    if (type === undefined) return [];
    const captions =
      name === 'transcript.vtt' || name === 'transcript.srt' ? markup` rel="captions"` : undefined;
    return [
      markup`<podcast:transcript url="${folder}/${name}" type="${type}" language="${edition.language}"${captions}/>\n`,
    ];
  });
}

/** The enclosure once more, as the standard one, and the same sound in other formats. */
function renderAlternateEnclosures(edition: EditionSummary, folder: string): readonly Markup[] {
  const { audio, alternates = [], durationSeconds } = edition;
  return [audio, ...alternates].map((sound) =>
    renderAlternateEnclosure(sound, durationSeconds, folder, sound === audio),
  );
}

function renderAlternateEnclosure(
  audio: EditionAudio,
  durationSeconds: number,
  folder: string,
  isDefault: boolean,
): Markup {
  const bitsPerSecond = Math.round((audio.bytes * 8) / Math.max(1, durationSeconds));
  const integrity = `sha256-${Buffer.from(audio.sha256, 'hex').toString('base64')}`;
  const title = isDefault ? 'Standard' : audio.file.slice(audio.file.lastIndexOf('.') + 1).toUpperCase();
  return markup`<podcast:alternateEnclosure type="${audio.mimeType}" length="${audio.bytes}" bitrate="${bitsPerSecond}" title="${title}" default="${String(isDefault)}">
<podcast:source uri="${folder}/${audioAddress(audio)}"/>
<podcast:integrity type="sri" value="${integrity}"/>
</podcast:alternateEnclosure>
`;
}

/** podcast-namespace, docs/tags/soundbite.md. */
const SOUNDBITE_SECONDS = { least: 15, most: 120 } as const;

/** The first story proper, as a taste of the episode: whole where it is short enough, else its beginning. */
function renderSoundbite(edition: EditionSummary): Markup | undefined {
  const lengthOf = (story: { readonly startSeconds: number; readonly endSeconds: number }) =>
    Math.min(SOUNDBITE_SECONDS.most, story.endSeconds - story.startSeconds);
  const story = edition.stories.find(
    (candidate) => candidate.kind === 'story' && lengthOf(candidate) >= SOUNDBITE_SECONDS.least,
  );
  if (story === undefined) return undefined;
  const start = story.startSeconds.toFixed(1);
  return markup`<podcast:soundbite startTime="${start}" duration="${lengthOf(story).toFixed(1)}">${shorten(oneLine(story.title), MAX_SOUNDBITE_CHARACTERS)}</podcast:soundbite>\n`;
}

/** Podlove Simple Chapters: the ones that Spotify and AntennaPod read. */
function renderSimpleChapters(edition: EditionSummary): Markup {
  const chapters = edition.stories.map((story, index) => {
    const start = exactClockTime(index === 0 ? 0 : story.startSeconds);
    return markup`<psc:chapter start="${start}" title="${oneLine(story.title)}"/>\n`;
  });
  return markup`<psc:chapters version="1.2">\n${chapters}</psc:chapters>\n`;
}

function folderOf(edition: EditionSummary, show: Show): string {
  return publicAddress(show, encodePath(edition.slug));
}
