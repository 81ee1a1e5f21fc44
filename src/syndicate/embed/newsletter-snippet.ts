import type { Show } from '../../edition.js';
import { AudioEditionError } from '../../errors.js';
import type { Artwork } from '../artwork.js';
import { roundMinutes } from '../clock.js';
import { encodePath, publicAddress } from '../links.js';
import { markup } from '../markup.js';
import { embedCode } from './embed-code.js';

export interface Snippet {
  /** For the newsletter itself: a table with a picture and a link, no script, styles inline. */
  readonly email: string;
  /** For web pages: the player in a frame. */
  readonly embed: string;
}

export interface SnippetInput {
  readonly edition: { readonly slug: string; readonly title: string; readonly durationSeconds: number };
  readonly show: Show;
  readonly artwork?: Artwork;
}

const FONT = 'font-family:-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif';
const DEFAULT_ACCENT = '#0b6b74';

/**
 * HTML to paste: into the newsletter ("Listen to this issue, 24 min"), and into web pages.
 *
 * @throws AudioEditionError `show-not-public` (`input`) without `baseUrl`: a mail can't link to a folder.
 */
export function renderSnippet({ edition, show, artwork }: SnippetInput): Snippet {
  if (show.baseUrl === undefined) throw notPublic();
  const page = `${show.baseUrl}/${encodePath(edition.slug)}/`;
  const picture = artwork === undefined ? undefined : publicAddress(show, artwork.name);
  const accent = show.accent ?? DEFAULT_ACCENT;
  const email = markup`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;max-width:600px">
<tr>
${
  picture !== undefined &&
  markup`<td width="88" valign="middle" style="padding:12px 16px 12px 0"><a href="${page}"><img src="${picture}" width="72" height="72" alt="" style="display:block;border:0;border-radius:8px"></a></td>\n`
}<td valign="middle" style="padding:12px 0;${FONT};font-size:16px;line-height:24px"><a href="${page}" style="color:${accent};font-weight:bold;text-decoration:underline">&#9654;&#xFE0E; Listen to this issue, ${roundMinutes(edition.durationSeconds)} min</a><br><span style="color:#505050;font-size:14px">${edition.title}</span></td>
</tr>
</table>`;
  return { email: String(email), embed: embedCode(edition, show, show.baseUrl) };
}

function notPublic(): AudioEditionError {
  return new AudioEditionError(
    'The snippet links to where the edition is served: set "baseUrl" in show.json to the address of the output folder.',
    { code: 'show-not-public', stage: 'syndicate', fault: 'input' },
  );
}
