import type { Element } from 'domhandler';
import type { BlockKind } from '../../edition.js';
import { headingLevel } from './elements.js';

/** One reason for which an element and everything in it is not spoken. */
export interface ElementRule {
  readonly name: string;
  readonly kind: BlockKind;
  readonly reason: string;
  /**
   * `certain`: the markup itself says so. `likely`: a name says so; it is not believed of an element that
   * holds a third of the document's text, since templates name their outermost box anything.
   */
  readonly trust: 'certain' | 'likely';
  readonly applies: (element: Element) => boolean;
}

const hasTag =
  (...names: string[]) =>
  (element: Element): boolean =>
    names.includes(element.name);

const hasRole =
  (...roles: string[]) =>
  (element: Element): boolean =>
    roles.includes(element.attribs['role'] ?? '');

/**
 * Whether one of the element's classes, or its id, holds these words: `post-footer`, `footer_links`. Headings are
 * never asked: their ids are made of their own words.
 */
function isNamed(words: string): (element: Element) => boolean {
  const pattern = new RegExp(`(?:^|[\\s_-])(?:${words})(?:$|[\\s_-])`, 'i');
  return (element) => {
    const { class: className = '', id = '' } = element.attribs;
    if ((className === '' && id === '') || headingLevel(element.name)) return false;
    return pattern.test(className) || pattern.test(id);
  };
}

const STYLE_HIDES =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|max-height\s*:\s*0(?:px)?\s*(?:;|!|$)|(?:left|text-indent)\s*:\s*-\d{3,})/i;

/**
 * The rules for elements, in order: the first that applies decides, for the element and all that is in it.
 * To add one, add its example to `tests/issue/html/element-rules.test.ts`.
 */
export const ELEMENT_RULES: readonly ElementRule[] = [
  {
    name: 'hidden-element',
    kind: 'hidden',
    reason: 'The page does not show it.',
    trust: 'certain',
    applies: (element) =>
      'hidden' in element.attribs ||
      element.attribs['aria-hidden'] === 'true' ||
      STYLE_HIDES.test(element.attribs['style'] ?? '') ||
      hasTag('template', 'noscript', 'datalist')(element),
  },
  {
    name: 'footnotes',
    kind: 'reference',
    reason: 'Notes at the end, away from the words that they belong to.',
    trust: 'likely',
    applies: (element) =>
      isNamed('footnotes|endnotes|footnote-item|footnote-content')(element) ||
      (/^(?:div|li|p|section|aside)$/.test(element.name) && element.attribs['class'] === 'footnote') ||
      hasRole('doc-endnotes', 'doc-footnote')(element),
  },
  {
    name: 'preheader',
    kind: 'hidden',
    reason: 'A preview line for the list of mails, which the mail itself hides.',
    trust: 'likely',
    applies: isNamed('preheader|previewtext|preview-text|mcnPreviewText|email-preview'),
  },
  {
    name: 'screen-reader-text',
    kind: 'hidden',
    reason: 'Text for screen readers that nobody sees.',
    trust: 'likely',
    applies: isNamed('sr-only|visually-?hidden|screen-reader-text|screen-reader'),
  },
  {
    name: 'control',
    kind: 'widget',
    reason: 'A button, a form field or an embedded player.',
    trust: 'certain',
    applies: hasTag(
      'button',
      'select',
      'textarea',
      'input',
      'label',
      'iframe',
      'video',
      'audio',
      'object',
      'embed',
      'canvas',
      'svg',
      'dialog',
      'progress',
      'meter',
      'map',
    ),
  },
  {
    name: 'form',
    kind: 'widget',
    reason: 'A form, such as the one to subscribe.',
    trust: 'likely',
    applies: hasTag('form'),
  },
  {
    name: 'navigation-element',
    kind: 'navigation',
    reason: 'A menu of the page.',
    trust: 'likely',
    applies: (element) =>
      hasTag('nav', 'menu')(element) || hasRole('navigation', 'search', 'menu', 'menubar', 'banner')(element),
  },
  {
    name: 'page-footer',
    kind: 'footer',
    reason: 'The foot of the page or mail.',
    trust: 'likely',
    applies: (element) =>
      hasTag('footer')(element) ||
      hasRole('contentinfo')(element) ||
      isNamed('footer|legal-?(?:text|notice|footer)|colophon')(element),
  },
  {
    name: 'picture-caption',
    kind: 'caption',
    reason: 'It describes a picture that nobody sees while listening.',
    trust: 'certain',
    applies: (element) =>
      hasTag('figcaption')(element) ||
      isNamed('caption|image-caption|wp-caption-text|image-link-caption')(element),
  },
  {
    name: 'picture-credit',
    kind: 'caption',
    reason: 'It says whose picture it is.',
    trust: 'likely',
    applies: isNamed('credit|credits|photo-?credit|image-?credit|attribution'),
  },
  {
    name: 'share-box',
    kind: 'widget',
    reason: 'Buttons to share, like or answer.',
    trust: 'likely',
    applies: isNamed(
      'share|sharing|share-?buttons|social|socials|social-?links|post-?ufi|like-?button|reactions|sharedaddy|addtoany',
    ),
  },
  {
    name: 'subscribe-box',
    kind: 'widget',
    reason: 'A box to subscribe.',
    trust: 'likely',
    applies: isNamed(
      'subscribe|subscription|subscription-widget|subscribe-?widget|signup|sign-?up|opt-?in|paywall',
    ),
  },
  {
    name: 'poll',
    kind: 'widget',
    reason: 'A poll to click on; nobody can vote while listening.',
    trust: 'likely',
    applies: isNamed('poll|polls|poll-?embed|survey|feedback-?buttons'),
  },
  {
    name: 'button',
    kind: 'widget',
    reason: 'A button to click on.',
    trust: 'likely',
    applies: (element) =>
      isNamed('button|btn|kg-btn|mcnButton|button-?wrapper|cta-?button')(element) && element.name !== 'div',
  },
  {
    name: 'player',
    kind: 'widget',
    reason: 'A player for sound or moving pictures.',
    trust: 'likely',
    applies: isNamed(
      'player|audio-?native|audio-?player|video-?player|embed|kg-audio-card|kg-video-card|kg-embed-card|podcast-?embed',
    ),
  },
  {
    name: 'comments',
    kind: 'widget',
    reason: 'Comments of readers.',
    trust: 'likely',
    applies: isNamed('comments|comment-?list|comment-?section|disqus'),
  },
  {
    name: 'related',
    kind: 'navigation',
    reason: 'Links to other articles.',
    trust: 'likely',
    applies: isNamed(
      'related|related-?posts|read-?next|recommended|recommendations|(?:more|popular|trending|latest|recent)-?(?:posts|stories|articles)|up-?next|prev-?next|pagination|post-?nav',
    ),
  },
  {
    name: 'page-furniture',
    kind: 'navigation',
    reason: 'A menu, bar or notice of the page around the article.',
    trust: 'likely',
    applies: isNamed(
      'nav|navbar|navigation|menu|breadcrumbs?|sidebar|topbar|masthead|site-?header|skip-?link|skip-to-content|cookies?|cookie-?(?:banner|notice|consent|bar)|consent|gdpr|popup|modal|toast|announcement-?bar|toc|table-of-contents|tags|tag-?list|author-?(?:box|bio|card)|byline|post-?meta|entry-?meta|site-?(?:info|url|title|name)|bookmark-?metadata',
    ),
  },
  {
    name: 'view-in-browser-box',
    kind: 'navigation',
    reason: 'A link to the same issue on the web.',
    trust: 'likely',
    applies: isNamed('view-?in-?browser|view-?online|webversion|web-?version|browser-?link'),
  },
  {
    name: 'unsubscribe-box',
    kind: 'footer',
    reason: 'How to stop the mails.',
    trust: 'likely',
    applies: isNamed('unsubscribe|manage-?preferences|mailing-?address'),
  },
  {
    name: 'code-listing',
    kind: 'code',
    reason: 'A listing of code is to be read, not heard.',
    trust: 'certain',
    applies: (element) => hasTag('pre', 'samp')(element) && element.name === 'pre',
  },
];

/** A named box may hold at most this share of the document's text to be believed. */
const LARGEST_LIKELY_SHARE = 1 / 3;

/** The first rule that applies to an element which holds this share (0–1) of the document's text. */
export function elementRuleFor(element: Element, shareOfText: number): ElementRule | undefined {
  return ELEMENT_RULES.find(
    (rule) => (rule.trust === 'certain' || shareOfText < LARGEST_LIKELY_SHARE) && rule.applies(element),
  );
}
