import { type Document, DomHandler, type Element, isTag, type ParentNode } from 'domhandler';
import { Parser } from 'htmlparser2';

/** Elements nested deeper than this are taken as siblings, as browsers do; every walk below may rely on it. */
const MAX_DEPTH = 512;

/** The parser's lists of what is open; they are searched and shifted for every tag, so their length must be bounded. */
interface OpenElements {
  readonly stack: string[];
  /** One entry for every open `svg` and `math`. */
  readonly foreign: boolean[];
}

/** Builds the tree, leaving elements beyond `MAX_DEPTH` out but not what stands in them. */
class CappedTreeBuilder extends DomHandler {
  open: OpenElements | undefined;

  override onopentag(name: string, attributes: Record<string, string>): void {
    const isTooDeep = this.tagStack.length > MAX_DEPTH;
    // A void element never enters the parser's list, and is closed at once.
    if (isTooDeep && this.open?.stack[0] === name) {
      this.open.stack.shift();
      if (this.open.foreign.length > MAX_DEPTH) this.open.foreign.shift();
    } else super.onopentag(name, attributes);
  }
}

/**
 * Parses HTML of any quality into a tree of at most `MAX_DEPTH` levels, in time linear in its length.
 * Every node carries `startIndex`, the UTF-16 offset where it was written.
 */
export function parseHtml(html: string): Document {
  return parse(html, false);
}

/** Parses XML in the same way; entities that the document itself defines are not expanded. */
export function parseXml(xml: string): Document {
  return parse(xml, true);
}

function parse(text: string, xmlMode: boolean): Document {
  const builder = new CappedTreeBuilder(undefined, { withStartIndices: true, xmlMode });
  const parser = new Parser(builder, { decodeEntities: true, xmlMode });
  // Without this a document of nothing but opening tags takes quadratic time; there is no public way.
  builder.open = { stack: parser['stack'], foreign: parser['foreignContext'] };
  parser.write(text);
  parser.end();
  return builder.root;
}

/** All elements below a node in document order, without recursion. */
export function* elementsBelow(root: ParentNode): Generator<Element> {
  const stack: ParentNode['children'] = [...root.children].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isTag(node)) continue;
    yield node;
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i];
      if (child) stack.push(child);
    }
  }
}

/** The text of an element without its tags, white space folded. */
export function textBelow(root: ParentNode): string {
  const parts: string[] = [];
  const stack: ParentNode['children'] = [...root.children].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') parts.push(node.data);
    else if (isTag(node) && node.name !== 'script' && node.name !== 'style')
      stack.push(...[...node.children].reverse());
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}
