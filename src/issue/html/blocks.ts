import { type ChildNode, type Element, isComment, isTag, isText, type ParentNode } from 'domhandler';
import type { Block, Exclusion, PublisherOrder, SourcePosition } from '../../edition.js';
import { PICTURE_RULE, SEPARATOR_RULE } from '../draft.js';
import { BLOCK_ELEMENTS, EMPHASIS_ELEMENTS } from './elements.js';
import { type Context, Inheritance, type InheritanceOptions } from './inheritance.js';
import { InlineText, visibleText } from './inline-text.js';
import { type SizedBlock, withPictureCaptions } from './picture-captions.js';
import { isEmoji, isTrackingPixel } from './pictures.js';
import { orderOfComment } from './publisher-orders.js';
import { isReferenceMark } from './reference-marks.js';
import { boldnessOf, DEFAULT_FONT_SIZE_PIXELS } from './style.js';
import { tableOf } from './tables.js';
import { isSilent } from './text-share.js';
import { textBelow } from './tree.js';

type Task =
  | { readonly do: 'visit'; readonly node: ChildNode; readonly context: Context }
  | { readonly do: 'leave-block'; readonly context: Context }
  | { readonly do: 'leave-inline' };

export interface BlockOptions extends InheritanceOptions {
  /** Offset into the source → place in the file. */
  readonly positionOf: (offset: number) => SourcePosition;
  /** The issue's own language; blocks name theirs only where it differs. */
  readonly language?: string;
}

/** The blocks of a document, or of a part of it, in reading order; every visible character is in one. */
export function blocksOf(root: ParentNode, options: BlockOptions): readonly Block[] {
  return new BlockWriter(root, options).write(root);
}

class BlockWriter {
  private readonly blocks: SizedBlock[] = [];
  private readonly tasks: Task[] = [];
  private readonly inline = new InlineText();
  private asides: Block[] = [];
  private commentOrder: PublisherOrder | undefined;
  private readonly said = new Set<object>();
  private readonly inheritance: Inheritance;
  private offset = 0;
  /** Of the largest letters in the block that is being collected. */
  private fontSizePixels = 0;

  constructor(
    root: ParentNode,
    private readonly options: BlockOptions,
  ) {
    this.inheritance = new Inheritance(root, options);
  }

  write(root: ParentNode): readonly Block[] {
    const context: Context = { kind: 'paragraph', listDepth: 0 };
    this.pushChildren(root, context);
    for (let task = this.tasks.pop(); task; task = this.tasks.pop()) {
      if (task.do === 'visit') this.visit(task.node, task.context);
      else if (task.do === 'leave-block') this.flush(task.context);
      else this.inline.end();
    }
    this.flush(context);
    return withPictureCaptions(this.blocks);
  }

  private visit(node: ChildNode, context: Context): void {
    if (isText(node)) this.visitText(node.data, node.startIndex ?? this.offset, context);
    else if (isComment(node)) this.visitComment(node.data, context);
    else if (isTag(node) && !isSilent(node)) this.visitElement(node, context);
  }

  private visitText(text: string, offset: number, { fontSizePixels }: Context): void {
    if (this.inline.isEmpty) this.offset = offset + (text.length - text.trimStart().length);
    this.inline.append(text);
    if (text.trim() !== '')
      this.fontSizePixels = Math.max(this.fontSizePixels, fontSizePixels ?? DEFAULT_FONT_SIZE_PIXELS);
  }

  private visitComment(text: string, context: Context): void {
    const order = orderOfComment(text);
    if (!order) return;
    this.flush(context);
    this.commentOrder = order === 'end' ? undefined : order;
  }

  private visitElement(element: Element, outer: Context): void {
    const context = this.inheritance.contextOf(element, outer);
    if (element.name === 'br') this.breakLine(context);
    else if (element.name === 'hr') this.separator(context);
    else if (element.name === 'img') this.picture(element, context);
    else if (isReferenceMark(element)) this.aside(element, outer.excluded ?? FOOTNOTE_MARK);
    else if (BLOCK_ELEMENTS.has(element.name)) this.visitBlock(element, outer, context);
    else if (context.order !== outer.order) this.visitOrdered(element, outer, context);
    else if (context.excluded !== outer.excluded) this.visitBlock(element, outer, context);
    else this.visitInline(element, context);
  }

  /** Words inside a paragraph that the publisher wants left out, or said otherwise, leave the paragraph whole. */
  private visitOrdered(element: Element, outer: Context, context: Context): void {
    const { skip, say } = context.order ?? {};
    if (skip && !outer.order?.skip) this.aside(element, outer.excluded, context.order);
    else if (say !== undefined && context.sayOwner === element) this.visitInline(element, outer, say);
    else this.visitBlock(element, outer, context);
  }

  private visitBlock(element: Element, outer: Context, context: Context): void {
    this.flush(outer);
    const table = element.name === 'table' ? tableOf(element) : undefined;
    if (table) {
      this.offset = element.startIndex ?? this.offset;
      for (const row of table.blocks) this.emit({ ...row, position: this.position() }, context);
      return;
    }
    this.tasks.push({ do: 'leave-block', context });
    this.pushChildren(element, context);
  }

  private visitInline(element: Element, context: Context, say?: string): void {
    const emphasis = EMPHASIS_ELEMENTS[element.name] ?? (boldnessOf(element) ? 'strong' : undefined);
    const href = element.name === 'a' ? element.attribs['href'] : undefined;
    if (say !== undefined) this.inline.begin('say', say);
    else if (emphasis) this.inline.begin(emphasis);
    else if (href !== undefined) this.inline.begin('link', href);
    if (say !== undefined || emphasis || href !== undefined) this.tasks.push({ do: 'leave-inline' });
    this.pushChildren(element, context);
  }

  private pushChildren(parent: ParentNode, context: Context): void {
    for (let i = parent.children.length - 1; i >= 0; i--) {
      const node = parent.children[i];
      if (node) this.tasks.push({ do: 'visit', node, context });
    }
  }

  private breakLine(context: Context): void {
    if (this.inline.breakLine() && !this.inline.isEmpty) this.flush(context);
  }

  private separator(context: Context): void {
    this.flush(context);
    this.emit({ kind: 'media', text: '', position: this.position(), excluded: SEPARATOR }, context);
  }

  /** A picture is a block of its own behind the words it stands among, so that it never cuts a sentence. */
  private picture(element: Element, context: Context): void {
    const alt = visibleText(element.attribs['alt'] ?? '').trim();
    const isHeading = context.kind === 'heading' && textBelow(element.parent ?? element) === '';
    if (isHeading || isEmoji(element)) this.inline.append(alt);
    else if (!isTrackingPixel(element)) this.pictureBlock(element, alt, context);
  }

  private pictureBlock(element: Element, alt: string, context: Context): void {
    const url = element.attribs['src'] ?? '';
    const block: Block = {
      kind: alt ? 'caption' : 'media',
      text: alt,
      position: this.options.positionOf(element.startIndex ?? this.offset),
      picture: { url, alt },
      excluded: context.excluded ?? (alt ? ALT_TEXT : PICTURE),
    };
    if (this.inline.isEmpty) this.push(block);
    else this.asides.push(block);
  }

  /** Words that stand in a sentence but are not spoken with it become a block behind it. */
  private aside(element: Element, excluded: Exclusion | undefined, order?: PublisherOrder): void {
    const text = textBelow(element);
    if (text === '') return;
    this.asides.push({
      kind: 'reference',
      text,
      position: this.options.positionOf(element.startIndex ?? this.offset),
      ...(order ? { order } : {}),
      ...(excluded ? { excluded } : {}),
    });
  }

  private flush(context: Context): void {
    const { text, links, emphasis: marked, say } = this.inline.take();
    const isBold = context.isBold === true && context.kind === 'paragraph';
    const emphasis = isBold
      ? [...marked, { kind: 'strong' as const, span: [0, text.length] as const }]
      : marked;
    if (text !== '') {
      this.emit(
        {
          kind: context.kind,
          text,
          position: this.position(),
          ...(links.length > 0 ? { links } : {}),
          ...(emphasis.length > 0 ? { emphasis } : {}),
          ...(say === undefined ? {} : { order: { say } }),
        },
        context,
      );
    }
    for (const aside of this.asides) this.push(aside);
    this.asides = [];
  }

  private emit(block: Block, context: Context): void {
    const { level, ordinal, excluded, language } = context;
    const order = this.orderOfBlock(block, context);
    const isItem = block.kind === 'heading' || block.kind === 'bullet';
    const emitted: Block = {
      ...block,
      ...(excluded ? { kind: context.kind } : {}),
      ...(isItem && level !== undefined && block.level === undefined ? { level } : {}),
      ...(block.kind === 'bullet' && ordinal !== undefined ? { ordinal } : {}),
      ...(language && language !== this.options.language ? { language } : {}),
      ...(order ? { order } : {}),
      ...(excluded && !block.excluded ? { excluded } : {}),
    };
    this.push(emitted, this.fontSizePixels);
    this.fontSizePixels = 0;
  }

  private push(block: Block, fontSizePixels = DEFAULT_FONT_SIZE_PIXELS): void {
    this.blocks.push({ block, fontSizePixels });
  }

  /** What covers several blocks is said with the first; the others are left out. */
  private orderOfBlock(block: Block, context: Context): PublisherOrder | undefined {
    const order = { ...this.commentOrder, ...context.order, ...block.order };
    if (Object.keys(order).length === 0) return undefined;
    const owner = context.sayOwner ?? this.commentOrder;
    if (order.say === undefined || block.order?.say !== undefined || !owner) return order;
    if (this.said.has(owner)) return SAID_ALREADY;
    this.said.add(owner);
    return order;
  }

  private position(): SourcePosition {
    return this.options.positionOf(this.offset);
  }
}

const SAID_ALREADY: PublisherOrder = { skip: true };

const SEPARATOR: Exclusion = { rule: SEPARATOR_RULE, reason: 'A line that separates parts.' };
const PICTURE: Exclusion = { rule: PICTURE_RULE, reason: 'A picture without description.' };
const ALT_TEXT: Exclusion = {
  rule: 'alt-text',
  reason: 'It describes a picture that nobody sees while listening.',
};
const FOOTNOTE_MARK: Exclusion = { rule: 'footnote-mark', reason: 'The mark of a footnote.' };
