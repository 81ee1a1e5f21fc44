import type { Block, BlockKind } from '../edition.js';

/** Where a block stands among the issue's blocks. */
export interface BlockPlace {
  /** How many blocks that are spoken stand above. */
  readonly above: number;
  /** How many blocks with text stand below. */
  readonly below: number;
  /** Whether a picture, its description or a table stands right above. */
  readonly isBelowPicture?: boolean;
  /** Name of the rule that left out the block right above, if one did. */
  readonly ruleAbove?: string;
}

/** One reason for which a block is not spoken, whatever format it came in. */
export interface BlockRule {
  readonly name: string;
  readonly kind: BlockKind;
  readonly reason: string;
  readonly applies: (block: Block, place: BlockPlace) => boolean;
}

/** Furniture is short; a sentence of the issue that happens to hold its words is not. */
const says =
  (pattern: RegExp, longest = 160) =>
  ({ text }: Block): boolean =>
    text.length <= longest && pattern.test(text);

/** The first or last lines of a document, where its furniture stands; inside, the same words are somebody's story. */
const isAtEnd = ({ below }: BlockPlace): boolean => below < 6;
const isNearEdge = ({ above, below }: BlockPlace): boolean => above < 3 || below < 12;

/** A line that consists of such items and signs between them: "Share · Like · Comment". */
const consistsOf = (item: string, longest = 80): ((block: Block) => boolean) => {
  const pattern = new RegExp(`^(?:(?:\\d+ ?)?(?:${item})(?:[\\s|·•∙⋅,/♥❤♡↗→↻🔄💬.!…–—-]|\\d)*)+$`, 'iu');
  return ({ text }) => text.length <= longest && pattern.test(text.replace(/^[^\p{L}\p{N}]+/u, ''));
};

/** "12 Aiolou Street, 105 51 Athens", "Am Markt 3, 20095 Hamburg": a street, a number, a postal code, a town. */
const STREET_AND_TOWN =
  /^(?:[\p{L}\p{N}.&’'-]+,? ){1,8}(?:\d{3} ?\d{2}|\d{4}-\d{3}|\d{4}(?: ?[A-Z]{2})?),?(?: \p{Lu}[\p{L}-]+){1,3}(?:,(?: \p{Lu}\p{L}+){1,3})?$/u;

/** Under a picture it says whose the picture is; under text, where the news was read. */
const SOURCE = /^\(?sources?: (?!.*[.!?] \p{Lu})(?:\S+ ){0,11}\S+$/iu;

/** Agencies whose bare name stands under pictures. */
const AGENCIES =
  'getty(?: images)?|reuters|ap(?: photo)?|associated press|afp|bloomberg|shutterstock|unsplash|istock(?:photo)?|alamy(?: stock photo)?|pexels|pixabay|wikimedia(?: commons)?|press association|pa(?: media)?|epa(?:-efe)?|xinhua|midjourney|dall[-·]e(?: \\d)?';

/** "How did we do?", "What did you think of today's issue?" */
const FEEDBACK =
  /^(?:how did we do|(?:how (?:did|do|would) you (?:like|rate|enjoy|feel about)|what did you think (?:of|about)|rate|was|did you (?:like|enjoy|find)|how was) (?:this|today.s|the|our) ?(?:week.s )?\p{L}+(?: (?:useful|helpful|edition|issue|newsletter|worth reading))?(?: (?:to|for) you)?)\??$/iu;

const LONGEST_ANSWER_WORDS = 6;

const AGENCY_LINE = new RegExp(
  `^\\(?(?:[©\\p{L} .’'-]+(?:/|via|for) ?)?(?:${AGENCIES})(?: ?(?:/|via|for|,) ?[\\p{L} .’'-]+)?\\)?$`,
  'iu',
);

const SHARING =
  'share(?: this(?: post| issue| article| story| newsletter| e-?mail)?)?(?: (?:on|via|with) (?:facebook|twitter|x|linkedin|e-?mail|friends|a friend|whatsapp|bluesky|mastodon))?|tweet(?: this)?|like(?:s|d)?|comments?|leave a comment|restacks?|copy link|forward(?: to a friend)?|pin it|save|print|reply|follow(?: (?:us|me))?(?: on [\\p{L} ,&]+)?|facebook|twitter|linkedin|instagram|youtube|tiktok|threads|mastodon|bluesky|website|rss|x|e-?mail';

/**
 * The rules for blocks, in order: the first that applies decides. They look at the block's own words, and where the
 * words are ambiguous at how near the beginning or the end it stands.
 * To add one, add its example to `tests/issue/block-rules.test.ts`.
 */
export const BLOCK_RULES: readonly BlockRule[] = [
  {
    name: 'player-line',
    kind: 'widget',
    reason: 'A line that a player shows.',
    applies: says(
      /^loading\b.{0,60}\bplayer\b[.…]*$|^(?:▶ ?)?(?:listen to (?:this|the) (?:article|post|issue|episode|story)|listen now|play audio|audio playback is not supported|your browser (?:does not|doesn.t) support)\b/i,
    ),
  },
  {
    name: 'view-in-browser',
    kind: 'navigation',
    reason: 'A link to the same issue on the web.',
    applies: says(
      /^(?:view|read|open|see|click here to (?:view|read)) (?:this |the )?(?:e-?mail |issue |newsletter |post |message |it )?(?:in (?:your |a |the )?(?:web )?browser|online|on the web|in (?:the )?app|as a web ?page)(?:\s*[|·(,].*)?[.!…]?$|^(?:trouble|having trouble|problems|can.t) (?:viewing|reading|seeing|see|read|view) (?:this|the) (?:e-?mail|message|newsletter|issue|images)\b|^(?:is this )?e-?mail not displaying/i,
    ),
  },
  {
    name: 'sharing-line',
    kind: 'widget',
    reason: 'Buttons to share, like or answer.',
    applies: (block, place) =>
      (block.kind !== 'heading' &&
        (block.kind !== 'bullet' || isNearEdge(place)) &&
        consistsOf(SHARING)(block)) ||
      (isNearEdge(place) && says(/^Share(?: \p{Lu}[\p{L}\p{N}.&’'-]*){1,5}$/u, 50)(block)),
  },
  {
    name: 'feedback-line',
    kind: 'widget',
    reason: 'A question to click on: how did you like it?',
    applies: (block, place) =>
      (isNearEdge(place) && says(FEEDBACK, 120)(block)) ||
      (isAtEnd(place) &&
        says(
          /^(?:please )?(?:rate|review|rate and review|leave us a review)\b.{0,30}\b(?:us|podcast|app|apple|spotify|stars?)\b/i,
          90,
        )(block)) ||
      says(/^(?:log ?in|sign in) or subscribe to participate\b|^(?:click|tap) (?:below )?to vote\b/i)(
        block,
      ) ||
      (place.ruleAbove === 'feedback-line' &&
        block.kind !== 'heading' &&
        block.text.split(/\s+/).length <= LONGEST_ANSWER_WORDS &&
        !/[.?:]$/.test(block.text)),
  },
  {
    name: 'forwarded-line',
    kind: 'widget',
    reason: 'A word to those who got the mail from a friend.',
    applies: says(
      /^forward this (?:e-?mail|newsletter|issue)(?: to (?:a|your) friends?)?[.!]?$|^(?:was this (?:e-?mail|newsletter|issue)? ?forwarded|forwarded this|did (?:someone|a friend) forward|(?:was this )?sent to you by a friend|know someone who)\b/i,
      200,
    ),
  },
  {
    name: 'subscribe-line',
    kind: 'footer',
    reason: 'An invitation to subscribe to what is being read.',
    applies: (block, place) =>
      says(
        /^(?:subscribe(?: (?:now|here|today|for free|to [\p{L}\p{N} .,&’'-]+))?|sign up(?: now| here| for free)?|upgrade(?: to paid| now| your subscription)?|become a (?:paid )?(?:member|subscriber)|get (?:the )?app|start writing|already (?:a (?:paid |paying )?(?:member|subscriber)|have an account)\b.*|type your e-?mail.*|enter your e-?mail.*|continue reading with.*|ready for more\?|subscription details|manage subscription)[.!…]*$/iu,
        90,
      )(block) ||
      (isNearEdge(place) &&
        says(
          /^(?:stay (?:updated|up to date|informed|in the loop)|get (?:the latest|our|new posts|weekly)|join (?:[\d,.k+]+|thousands|over))\b.*\b(?:inbox|newsletter|subscribers|readers|news)\b/i,
          200,
        )(block)) ||
      says(
        /\bsubscribe for free to (?:receive|support)\b|\bis a reader-supported publication\b|\bthis post is (?:public|for (?:paid|paying) subscribers)\b|\byou.re currently a free subscriber\b|\bconsider becoming a (?:free or )?paid subscriber\b/i,
        300,
      )(block) ||
      says(/^[Tt]hanks for reading (?:\p{Lu}[\p{L}\p{N}.&’'-]*[ !.]*){1,6}$/u, 80)(block),
  },
  {
    name: 'unsubscribe-line',
    kind: 'footer',
    reason: 'How to stop the mails.',
    applies: (block, place) =>
      says(
        /^(?:click here to )?unsubscribe\b.{0,60}$|\byou(?:.re| are) (?:receiving|getting) this (?:e-?mail|message|newsletter|because|at|as)\b|\byou (?:have )?received this (?:e-?mail|message|newsletter)\b|\bthis (?:e-?mail|message|newsletter) was sent (?:to|by)\b|\bwant to change how you receive\b/i,
        400,
      )(block) ||
      (isAtEnd(place) &&
        says(/^you (?:have )?(?:received|got|get|are getting) this because\b/i, 200)(block)) ||
      (isNearEdge(place) && says(/\bunsubscribe\b/i, 120)(block)) ||
      (isNearEdge(place) &&
        says(
          /\byour?\b.*\bunsubscribe\b|\bunsubscribe\b.*\b(?:e-?mails?|link|here|below)\b.{0,30}$|\b(?:manage|update|change) (?:your )?(?:e-?mail )?(?:preferences|subscriptions?|settings)\b|\be-?mail preferences\b|\bno longer (?:wish|want) to receive\b|\byou(?:.re| are) receiving this\b/i,
          300,
        )(block)),
  },
  {
    name: 'sent-with-line',
    kind: 'footer',
    reason: 'The name of the program that sent the mail.',
    applies: (block, place) =>
      (isAtEnd(place) && says(/^(?:sent|made|built|written|published) (?:by|with|from|in) \S/i, 80)(block)) ||
      says(
        /\b(?:powered|published|made|built|sent|brought to you|delivered|created) (?:by|with|on|using|via) (?:ghost|beehiiv|buttondown|substack|mailchimp|kit|convertkit|mailerlite|revue|wordpress|hubspot|campaign monitor|klaviyo|sendgrid|tinyletter)\b|^(?:add us to your address book|our mailing address is|you just read (?:issue|an issue|the latest)\b)/i,
        300,
      )(block),
  },
  {
    name: 'contents-line',
    kind: 'navigation',
    reason: 'A link to a story further down, which is heard anyway.',
    applies: ({ kind, text, links }) =>
      kind === 'bullet' &&
      (links ?? []).some(({ href, span }) => /^#./.test(href) && span[1] - span[0] >= text.length * 0.8),
  },
  {
    name: 'legal-line',
    kind: 'footer',
    reason: 'The legal lines at the end.',
    applies: (block, place) =>
      says(
        /^(?:©|\(c\)|copyright (?:©|\(c\)|\d{4}))|© ?\d{4}|\ball rights reserved\b|^(?:a )?registered (?:charity|company|office|in england)\b/i,
        300,
      )(block) ||
      (isAtEnd(place) &&
        says(
          /\bis a registered (?:charity|company|trade ?mark)\b|\bregistered (?:charity|company) (?:no\.? |number )?\d{5,}|\bis (?:published|produced|edited|written and edited) (?:by|in)\b/i,
          200,
        )(block)) ||
      (isAtEnd(place) &&
        says(
          /\b(?:not|nor|never|nothing)\b.{0,40}\b(?:(?:investment|financial|legal|medical|tax) advice|an offer to (?:buy|sell))\b|\bpast performance (?:is|does)\b|\bfor (?:general )?information(?:al)?(?: and educational)?(?: purposes)? only\b/i,
          300,
        )(block)) ||
      (isNearEdge(place) &&
        says(
          /^(?:privacy(?: policy| notice)?|terms(?: of (?:use|service)| (?:and|&) conditions)?|cookie (?:policy|settings)|imprint|contact(?: us)?|about(?: us)?|advertise(?: with us)?|help(?: center)?|faq)(?:\s*[|·•,/–-]\s*[\p{L} ]+)*$/iu,
          200,
        )(block)),
  },
  {
    name: 'cookie-line',
    kind: 'widget',
    reason: 'The page’s question about cookies.',
    applies: (block, place) =>
      isNearEdge(place) &&
      says(
        /\b(?:we|this (?:web)?site) uses? cookies\b|^(?:accept|reject|allow)(?: all)?(?: cookies)?$|\bcookie (?:policy|preferences|consent)\b/i,
        300,
      )(block),
  },
  {
    name: 'reading-time',
    kind: 'navigation',
    reason: 'How long reading takes; listening takes longer.',
    applies: says(
      /^(?:\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} \p{L}{3,9}\.? \d{4})?[\s|·•,/–—-]*\d+[ -]?min(?:ute)?s?(?: read| reading time)?$/iu,
      80,
    ),
  },
  {
    name: 'date-line',
    kind: 'navigation',
    reason: 'The day of the issue, which the edition bears already.',
    applies: (block, place) =>
      place.above < 8 &&
      says(
        /^(?:(?:published|posted|updated)(?: on)?:? )?(?:\p{L}{3,9},? )?(?:\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}\.? \p{L}{3,9}\.? \d{4}|\d{4}-\d{2}-\d{2})(?:\s*[|·•–—]\s*.{0,60})?$/iu,
        110,
      )(block),
  },
  {
    name: 'picture-credit',
    kind: 'caption',
    reason: 'It says whose picture it is.',
    applies: (block, place) =>
      block.kind !== 'heading' &&
      (says(
        /^\(?(?:photo|image|picture|illustration|graphic|photograph|artwork|art|video|chart)s?(?: credits?)?(?: by|:| courtesy of| via| credit:?)(?: |$)(?!.*[.!?] \p{Lu})(?:\S+ ){0,9}\S+$/iu,
        120,
      )(block) ||
        (place.isBelowPicture === true && says(SOURCE, 120)(block)) ||
        says(/^\(?credits?: (?!.*[.!?] \p{Lu})(?:\S+ ){0,11}\S+$/iu, 120)(block) ||
        says(AGENCY_LINE, 80)(block)),
  },
  {
    name: 'postal-address',
    kind: 'footer',
    reason: 'The sender’s postal address, which law wants at the end of mails.',
    applies: (block, place) =>
      place.above > 2 &&
      /\d/.test(block.text) &&
      !/[.!?]\s+\p{Lu}\p{Ll}+ \p{Ll}+ /u.test(block.text) &&
      ((place.below < 8 &&
        says(
          /\b[A-Z]{2},? \d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b(?:P\.? ?O\.? Box|PMB|Suite|Ste\.?)\s+#?\d+/,
          200,
        )(block)) ||
        (place.below < 4 && says(STREET_AND_TOWN, 120)(block))),
  },
  {
    name: 'bare-address',
    kind: 'reference',
    reason: 'An address that nobody wants to hear.',
    applies: says(/^[<([]*(?:https?:\/\/|www\.)\S+[>)\]]*$/i, 10_000),
  },
  {
    name: 'decoration',
    kind: 'widget',
    reason: 'Signs without words.',
    applies: ({ text }) => !/[\p{L}\p{N}]/u.test(text),
  },
];

/** Applies the rules to every block that nothing decided before. */
export function applyBlockRules(blocks: readonly Block[]): readonly Block[] {
  let above = 0;
  let below = blocks.filter((block) => block.text !== '').length;
  let ruleAbove: string | undefined;
  let isBelowPicture = false;
  return blocks.map((block) => {
    if (block.text !== '') below--;
    const place = { above, below, isBelowPicture, ...(ruleAbove === undefined ? {} : { ruleAbove }) };
    isBelowPicture = isPicture(block);
    if (block.excluded) return block;
    const rule = BLOCK_RULES.find((candidate) => candidate.applies(block, place));
    if (!rule) above++;
    if (rule?.kind === 'caption') isBelowPicture = true;
    ruleAbove = rule?.name;
    return rule ? { ...block, kind: rule.kind, excluded: { rule: rule.name, reason: rule.reason } } : block;
  });
}

function isPicture({ kind, picture }: Block): boolean {
  return picture !== undefined || kind === 'caption' || kind === 'table';
}
