import { type Element, isTag, type ParentNode } from 'domhandler';
import type { BlockKind, Exclusion, PublisherOrder } from '../../edition.js';
import { ancestorsOf, holdsTopHeading } from './article.js';
import { elementRuleFor } from './element-rules.js';
import { levelOfElement } from './elements.js';
import { orderOfElement } from './publisher-orders.js';
import { boldnessOf, fontSizeOf } from './style.js';

/** What an element's children inherit. */
export interface Context {
  readonly kind: BlockKind;
  readonly level?: number;
  readonly ordinal?: number | undefined;
  readonly listDepth: number;
  readonly language?: string;
  readonly order?: PublisherOrder;
  readonly excluded?: Exclusion;
  /** Whose `say` it is: it is said once, however many blocks it covers. */
  readonly sayOwner?: object;
  /** The style sets the text in bold or large letters, as mails do instead of headings. */
  readonly isBold?: boolean;
  /** Absent: the browser's own. */
  readonly fontSizePixels?: number;
}

/** What the document as a whole says about its elements. */
export interface InheritanceOptions {
  /** How many characters of text stand below every element. */
  readonly lengths: ReadonlyMap<ParentNode, number>;
  /** The element that holds the issue; what stands outside is the page around it. */
  readonly article?: Element;
  /** What the show's rules order for elements. */
  readonly orders?: ReadonlyMap<Element, PublisherOrder>;
}

/** Works out what every element hands down to its children, from the outside in. */
export class Inheritance {
  private readonly ordinals = new Map<ParentNode, number>();
  private readonly aroundArticle: ReadonlySet<ParentNode>;
  private readonly totalLength: number;

  constructor(
    root: ParentNode,
    private readonly options: InheritanceOptions,
  ) {
    this.aroundArticle = ancestorsOf(options.article);
    this.totalLength = Math.max(1, options.lengths.get(root) ?? 1);
  }

  contextOf(element: Element, outer: Context): Context {
    const language = element.attribs['lang'] ?? outer.language;
    const fontSizePixels = fontSizeOf(element) ?? outer.fontSizePixels;
    return {
      ...outer,
      ...(outer.excluded ? {} : this.kindOf(element, outer)),
      isBold: boldnessOf(element) ?? outer.isBold ?? false,
      ...this.orderOf(element, outer),
      ...(language ? { language } : {}),
      ...(fontSizePixels ? { fontSizePixels } : {}),
      ...(outer.excluded ? {} : this.exclusionOf(element)),
    };
  }

  /** The publisher's orders add up from the outside in; those in the source come before those of the show. */
  private orderOf(element: Element, outer: Context): Pick<Context, 'order' | 'sayOwner'> {
    const own = { ...this.options.orders?.get(element), ...orderOfElement(element) };
    if (Object.keys(own).length === 0) return {};
    return { order: { ...outer.order, ...own }, ...(own.say === undefined ? {} : { sayOwner: element }) };
  }

  private kindOf(element: Element, outer: Context): Partial<Context> {
    const level = levelOfElement(element);
    if (level) return { kind: 'heading', level };
    if (element.name === 'ul' || element.name === 'ol') return { listDepth: outer.listDepth + 1 };
    if (element.name === 'blockquote') return { kind: 'quote' };
    if (element.name !== 'li' && element.name !== 'dd') return {};
    return { kind: 'bullet', level: Math.max(1, outer.listDepth), ordinal: this.ordinalOf(element) };
  }

  private ordinalOf(item: Element): number | undefined {
    const list = item.parent;
    if (!list || !isTag(list) || list.name !== 'ol') return undefined;
    const step = list.attribs['reversed'] === undefined ? 1 : -1;
    const own = Number.parseInt(item.attribs['value'] ?? '', 10);
    const last = this.ordinals.get(list);
    const ordinal = Number.isFinite(own) ? own : last === undefined ? firstOrdinal(list) : last + step;
    this.ordinals.set(list, ordinal);
    return ordinal;
  }

  private exclusionOf(element: Element): Partial<Context> {
    if (element === this.options.article || this.aroundArticle.has(element)) return {};
    const rule = elementRuleFor(element, this.lengthOf(element) / this.totalLength);
    if (rule) return { kind: rule.kind, excluded: { rule: rule.name, reason: rule.reason } };
    const parent = element.parent;
    const isBeside = parent !== null && this.aroundArticle.has(parent) && this.lengthOf(element) > 0;
    return isBeside && !holdsTopHeading(element) ? { kind: 'navigation', excluded: OUTSIDE } : {};
  }

  private lengthOf(element: Element): number {
    return this.options.lengths.get(element) ?? 0;
  }
}

/** Of an `<ol>`'s first item; a list that is `reversed` counts down to one. */
function firstOrdinal(list: Element): number {
  const start = Number.parseInt(list.attribs['start'] ?? '', 10);
  if (Number.isFinite(start)) return start;
  const items = list.children.filter((child) => isTag(child) && child.name === 'li');
  return list.attribs['reversed'] === undefined ? 1 : items.length;
}

const OUTSIDE: Exclusion = { rule: 'outside-article', reason: 'It stands beside the article of the page.' };
