import { type Markup, type MarkupValue, markup, ownMarkup } from '../markup.js';
import { CONTENT_SECURITY_POLICY } from './policy.js';

interface PageParts {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly description: string;
  /** Way from the page to the folder of `--out`: `''` or `'../'`. */
  readonly root: string;
  readonly bodyClass: string;
  /** What else belongs into the head: links to feed and oEmbed, structured data, Open Graph. */
  readonly head: MarkupValue;
  readonly body: Markup;
}

/** A whole page, with the policy in it, that works from any static host and opened from disk. */
export function renderDocument(page: PageParts): string {
  const html = markup`<!doctype html>
<html lang="${page.language}" dir="${textDirection(page.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${ownMarkup(CONTENT_SECURITY_POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="no-referrer">
<title>${page.title}</title>
<meta name="description" content="${page.description}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${page.root}player/theme.css">
<link rel="stylesheet" href="${page.root}player/show.css">
<script defer src="${page.root}player/audio-edition.classic.js"></script>
<script defer src="${page.root}player/page.js"></script>
${page.head}
</head>
<body class="${page.bodyClass}">
${page.body}
</body>
</html>
`;
  return String(html);
}

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

function textDirection(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr';
}
