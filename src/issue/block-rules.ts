import type { Block, BlockKind } from '../edition.js';

/** One reason for which a block is not spoken, whatever format it came in. */
export interface BlockRule {
  readonly name: string;
  readonly kind: BlockKind;
  readonly reason: string;
  readonly applies: (block: Block) => boolean;
}

const says =
  (pattern: RegExp, longest = 160) =>
  (block: Block): boolean =>
    block.text.length <= longest && pattern.test(block.text);

/** A block that is nothing but links, or no sentence at all: where furniture is looked for by its words. */
const isShort = (block: Block): boolean => block.text.length <= 60;

/**
 * The rules for blocks, in order: the first that applies decides. They look at the block's own words only.
 * To add one, add its example to `tests/issue/block-rules.test.ts`.
 */
export const BLOCK_RULES: readonly BlockRule[] = [
  {
    name: 'player-line',
    kind: 'widget',
    reason: 'A line that a player shows until it is loaded.',
    applies: says(
      /^loading\b.*\bplayer\b|^(?:listen to (?:this|the) (?:article|post|issue|episode)|play audio|your browser does not support\b.*)/i,
    ),
  },
  {
    name: 'view-in-browser',
    kind: 'navigation',
    reason: 'A link to the same issue on the web.',
    applies: says(
      /^(?:view|read|open|see) (?:this |the )?(?:e-?mail |issue |newsletter |post |it )?(?:in (?:your |a |the )?browser|online|on the web|in (?:the )?app)\b|^(?:trouble|having trouble|can.t) (?:viewing|reading|see(?:ing)?) this/i,
    ),
  },
  {
    name: 'share-line',
    kind: 'widget',
    reason: 'Buttons to share, like or answer.',
    applies: (block) =>
      isShort(block) &&
      /^(?:share(?: (?:this(?: post| issue| article| story)?|on \w+|via e-?mail|with a friend))?|tweet(?: this)?|like|comment|leave a comment|restack|copy link|forward(?: to a friend)?|pin it|save|print|reply|\d+ (?:likes?|comments?|shares?))[.!…]?$/i.test(
        block.text,
      ),
  },
  {
    name: 'subscribe-line',
    kind: 'footer',
    reason: 'An invitation to subscribe to what is being read.',
    applies: (block) =>
      (isShort(block) &&
        /^(?:subscribe(?: (?:now|here|to [\p{L}\p{N} .’'-]+))?|sign up(?: now| here)?|upgrade to paid|subscribed|already a (?:member|subscriber)\?.*|get started|join (?:now|us))[.!]?$/iu.test(
          block.text,
        )) ||
      says(/^stay (?:updated|up to date|informed)\b.*\b(?:inbox|news(?:letter)?)\b/i)(block),
  },
  {
    name: 'unsubscribe-line',
    kind: 'footer',
    reason: 'How to stop the mails.',
    applies: says(
      /\bunsubscribe\b|\bmanage (?:your )?(?:preferences|subscriptions?)\b|\bemail preferences\b|\byou(?:'|’)?(?: a)?re receiving this\b|\byou received this e-?mail\b|\bthis e-?mail was sent (?:to|by)\b/i,
      400,
    ),
  },
  {
    name: 'legal-line',
    kind: 'footer',
    reason: 'The legal lines at the end.',
    applies: says(
      /^(?:©|\(c\)|copyright\b)|\ball rights reserved\b|^(?:privacy policy|terms (?:of (?:use|service)|and conditions)|cookie policy)\b/i,
      300,
    ),
  },
  {
    name: 'bare-address',
    kind: 'reference',
    reason: 'An address that nobody wants to hear.',
    applies: says(/^[<([]?(?:https?:\/\/|www\.)\S+[>)\]]?$/i, 4000),
  },
  {
    name: 'decoration',
    kind: 'widget',
    reason: 'Signs without words.',
    applies: (block) => !/[\p{L}\p{N}]/u.test(block.text),
  },
];

/** Applies the rules to every block that nothing decided before. */
export function applyBlockRules(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => {
    if (block.excluded) return block;
    const rule = BLOCK_RULES.find((candidate) => candidate.applies(block));
    return rule ? { ...block, kind: rule.kind, excluded: { rule: rule.name, reason: rule.reason } } : block;
  });
}
