import { SaxesParser } from 'saxes';

/** An element of a feed, found by its name as written (`itunes:image`). */
export class Element {
  readonly children: Element[] = [];
  text = '';

  constructor(
    readonly name: string,
    readonly attributes: Readonly<Record<string, string>>,
  ) {}

  all(name: string): readonly Element[] {
    return this.children.filter((child) => child.name === name);
  }

  /** The only one of this name; an error where there is none or another. */
  one(name: string): Element {
    const [only, another] = this.all(name);
    if (only === undefined || another !== undefined)
      throw new Error(`${this.name} has ${this.all(name).length} of ${name}`);
    return only;
  }
}

/** The root element; an error where the text is not well-formed XML. */
export function parseTree(xml: string): Element {
  const document = new Element('document', {});
  const path = [document];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = new Element(name, attributes as Record<string, string>);
    path.at(-1)?.children.push(element);
    path.push(element);
  });
  const addText = (text: string) => {
    const element = path.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => path.pop());
  parser.write(xml).close();
  return document.children[0] ?? document;
}
