import { selectAll } from 'css-select';
import type { Document, Element } from 'domhandler';
import type { Block, Notice, PublisherOrder, ReadingRule } from '../edition.js';
import { AudioEditionError, messageOf } from '../errors.js';
import { textBelow } from './html/tree.js';

/** The orders of a show's rules, and which of the rules matched anything. */
export interface RuleOrders {
  readonly orders: ReadonlyMap<Element, PublisherOrder>;
  readonly matched: ReadonlySet<ReadingRule>;
}

/**
 * Finds the elements that a show's rules name by selector; where several name one, the later rule adds to the earlier.
 * Throws `AudioEditionError` (`input`) for a selector that is none.
 */
export function selectorOrders(rules: readonly ReadingRule[], document: Document): RuleOrders {
  const orders = new Map<Element, PublisherOrder>();
  const matched = new Set<ReadingRule>();
  for (const rule of rules) {
    if (rule.selector === undefined) continue;
    for (const element of select(rule.selector, document)) {
      matched.add(rule);
      orders.set(element, { ...orders.get(element), ...orderOf(rule, textBelow(element)) });
    }
  }
  return { orders, matched };
}

/** Gives blocks the orders of the rules that find them by their text. What the source orders comes first. */
export function withTextRules(
  blocks: readonly Block[],
  rules: readonly ReadingRule[],
): { readonly blocks: readonly Block[]; readonly matched: ReadonlySet<ReadingRule> } {
  const matched = new Set<ReadingRule>();
  const patterns = rules.flatMap((rule) =>
    rule.text === undefined ? [] : [{ rule, pattern: patternOf(rule.text) }],
  );
  const ordered = blocks.map((block) => {
    const hits = patterns.filter(({ pattern }) => block.text !== '' && pattern.test(block.text));
    for (const { rule } of hits) matched.add(rule);
    if (hits.length === 0) return block;
    let order: PublisherOrder = {};
    for (const { rule } of hits) order = { ...order, ...orderOf(rule, block.text) };
    return { ...block, order: { ...order, ...block.order } };
  });
  return { blocks: ordered, matched };
}

/** One notice for every rule that found nothing: a typing error, or a newsletter that has changed. */
export function unmatchedRules(
  rules: readonly ReadingRule[],
  matched: ReadonlySet<ReadingRule>,
): readonly Notice[] {
  return rules
    .filter((rule) => !matched.has(rule))
    .map((rule) => ({
      code: 'reading-rule-unmatched',
      message: `The reading rule for "${rule.selector ?? rule.text}" in show.json matches nothing in this issue.`,
    }));
}

function orderOf(rule: ReadingRule, text: string): PublisherOrder {
  switch (rule.do) {
    case 'skip':
      return { skip: true };
    case 'read':
      return { skip: false };
    case 'story':
      return { story: rule.title ?? text, ...(rule.role ? { role: rule.role } : {}) };
    case 'cast':
      return rule.role ? { role: rule.role } : {};
  }
}

function select(selector: string, document: Document): readonly Element[] {
  try {
    return selectAll<Document['children'][number], Element>(selector, document);
  } catch (error) {
    throw invalidRule('selector', selector, error);
  }
}

function patternOf(text: string): RegExp {
  try {
    return new RegExp(text, 'iu');
  } catch (error) {
    throw invalidRule('text', text, error);
  }
}

function invalidRule(field: string, value: string, error: unknown): AudioEditionError {
  return new AudioEditionError(
    `The reading rule in show.json has a "${field}" that can't be understood: "${value}" (${messageOf(error)}).`,
    {
      code: 'reading-rule-invalid',
      stage: 'issue',
      fault: 'input',
      cause: error,
    },
  );
}
