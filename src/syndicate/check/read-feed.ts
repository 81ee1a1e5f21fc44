import { SaxesParser } from 'saxes';

/** What a feed page says, as far as it can be held against manifests. */
export interface ReadFeed {
  readonly items: readonly ReadItem[];
  /** By `rel`: `self`, `next`, … */
  readonly links: Readonly<Record<string, string>>;
}

export interface ReadItem {
  readonly guid: string;
  readonly enclosureUrl: string;
  readonly enclosureLength: string;
  readonly duration: string;
}

type Draft = { -readonly [Key in keyof ReadItem]: ReadItem[Key] };

/**
 * Reads a page of the feed.
 *
 * @throws Error of the XML parser, which names line and column, where it isn't well-formed.
 */
export function readFeed(xml: string): ReadFeed {
  const parser = new SaxesParser();
  const items: Draft[] = [];
  const links: Record<string, string> = {};
  let text = '';
  let item: Draft | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    text = '';
    if (name === 'item') item = { guid: '', enclosureUrl: '', enclosureLength: '', duration: '' };
    if (name === 'atom:link') links[String(attributes['rel'])] = String(attributes['href']);
    if (name === 'enclosure' && item !== undefined) {
      item.enclosureUrl = String(attributes['url']);
      item.enclosureLength = String(attributes['length']);
    }
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    if (item === undefined) return;
    if (name === 'guid') item.guid = text.trim();
    if (name === 'itunes:duration') item.duration = text.trim();
    if (name === 'item') {
      items.push(item);
      item = undefined;
    }
  });
  parser.write(xml).close();
  return { items, links };
}
