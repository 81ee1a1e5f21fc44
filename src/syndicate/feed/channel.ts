import type { Person, Show } from '../../edition.js';
import type { Artwork } from '../artwork.js';
import { rfc2822 } from '../dates.js';
import { publicAddress, safeLink } from '../links.js';
import { type Markup, markup } from '../markup.js';
import { oneLine, shorten } from '../plain-text.js';
import { renderCategories } from './categories.js';
import type { Rhythm } from './rhythm.js';

/** Apple and PSP-1 cut longer values. */
const MAX_TITLE_CHARACTERS = 255;
const MAX_DESCRIPTION_CHARACTERS = 1300;

export interface ChannelInput {
  /** With its GUID, where it has one. */
  readonly show: Show;
  readonly artwork?: Artwork;
  readonly rhythm?: Rhythm;
  /** ISO 8601: when anything in the feed changed last, as far as the editions say. */
  readonly changedAt?: string;
}

/** What the feed says about the show. */
export function renderChannel(input: ChannelInput): Markup {
  const { show, changedAt } = input;
  const author = shorten(oneLine(show.author), MAX_TITLE_CHARACTERS);
  return markup`<title>${titleOf(show)}</title>
<link>${homeOf(show)}</link>
<description>${shorten(oneLine(show.description), MAX_DESCRIPTION_CHARACTERS)}</description>
<language>${show.language.toLowerCase()}</language>
<copyright>${oneLine(show.copyright ?? `© ${author}`)}</copyright>
${changedAt !== undefined && markup`<lastBuildDate>${rfc2822(changedAt)}</lastBuildDate>\n`}<generator>audio-edition</generator>
<itunes:author>${author}</itunes:author>
<itunes:type>episodic</itunes:type>
<itunes:explicit>${String(show.explicit)}</itunes:explicit>
${renderCategories(show.categories)}${renderOwner(show)}${renderArtwork(input)}${renderPodcastTags(input)}`;
}

/** The show's page: where the settings say, else the index under `--out`. */
function homeOf(show: Show): string {
  return safeLink(show.link) ?? (show.baseUrl === undefined ? 'index.html' : `${show.baseUrl}/`);
}

function titleOf(show: Show): string {
  return shorten(oneLine(show.title), MAX_TITLE_CHARACTERS);
}

function renderOwner(show: Show): Markup | undefined {
  if (show.email === undefined) return undefined;
  return markup`<itunes:owner>
<itunes:name>${oneLine(show.author)}</itunes:name>
<itunes:email>${oneLine(show.email)}</itunes:email>
</itunes:owner>
`;
}

function renderArtwork({ show, artwork }: ChannelInput): Markup | undefined {
  if (artwork === undefined) return undefined;
  const url = publicAddress(show, artwork.name);
  return markup`<itunes:image href="${url}"/>
<image>
<url>${url}</url>
<title>${titleOf(show)}</title>
<link>${homeOf(show)}</link>
</image>
<podcast:image href="${url}" alt="${oneLine(show.title)}" aspect-ratio="1/1" width="${artwork.widthPixels}" type="${artwork.mimeType}" purpose="artwork"/>
`;
}

/** Podcasting 2.0 (https://podcastindex.org/namespace/1.0). `newsletter` and `ai-content` say what this is. */
function renderPodcastTags({ show, rhythm }: ChannelInput): Markup {
  const owner = show.email === undefined ? undefined : markup` owner="${oneLine(show.email)}"`;
  return markup`${show.guid !== undefined && markup`<podcast:guid>${show.guid}</podcast:guid>\n`}<podcast:locked${owner}>${show.locked === false ? 'no' : 'yes'}</podcast:locked>
<podcast:medium>newsletter</podcast:medium>
<podcast:txt purpose="ai-content">true</podcast:txt>
${personsOf(show).map(renderPerson)}${rhythm && markup`<podcast:updateFrequency rrule="${rhythm.rule}">${rhythm.text}</podcast:updateFrequency>\n`}${
  show.funding &&
  markup`<podcast:funding url="${show.funding.url}">${shorten(oneLine(show.funding.text), 128)}</podcast:funding>\n`
}${show.license !== undefined && markup`<podcast:license>${shorten(oneLine(show.license), 128)}</podcast:license>\n`}`;
}

/** The author where the settings name nobody: it is their words that are read. */
function personsOf(show: Show): readonly Person[] {
  return show.persons ?? [{ name: show.author, role: 'author' }];
}

/** Roles that don't belong to the group `cast` of the podcast taxonomy, which is the default. */
const GROUPS: Readonly<Record<string, string>> = {
  author: 'writing',
  editor: 'writing',
  writer: 'writing',
  'guest writer': 'writing',
  'managing editor': 'writing',
  producer: 'creative direction',
  director: 'creative direction',
};

function renderPerson(person: Person): Markup {
  const role = person.role?.toLowerCase() ?? 'host';
  const href = safeLink(person.href);
  const img = safeLink(person.img);
  return markup`<podcast:person role="${role}" group="${GROUPS[role] ?? 'cast'}"${href !== undefined && markup` href="${href}"`}${
    img !== undefined && markup` img="${img}"`
  }>${shorten(oneLine(person.name), 128)}</podcast:person>\n`;
}
