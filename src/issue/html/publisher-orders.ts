import type { Element } from 'domhandler';
import type { PublisherOrder } from '../../edition.js';

/** What `data-audio`, `data-audio-say`, `-role` and `-story` of an element order; undefined without any. */
export function orderOfElement(element: Element): PublisherOrder | undefined {
  const { attribs } = element;
  const say = attribs['data-audio-say'];
  const role = attribs['data-audio-role'];
  const story = attribs['data-audio-story'];
  const word = attribs['data-audio'];
  if (say === undefined && role === undefined && story === undefined && word === undefined) return undefined;
  return {
    ...(word === 'skip' ? { skip: true } : {}),
    ...(word === 'read' ? { skip: false } : {}),
    ...(say === undefined ? {} : { say }),
    ...(role === undefined ? {} : { role }),
    ...(story === undefined ? {} : { story }),
  };
}

/** What `<!-- audio: … -->` orders for all that follows until `<!-- audio: end -->`; undefined for other comments. */
export function orderOfComment(text: string): PublisherOrder | 'end' | undefined {
  const match = /^\s*audio\s*:\s*([a-z]+)\s*(?:=|:)?\s*(.*?)\s*$/is.exec(text);
  if (!match) return undefined;
  const [, word = '', rest = ''] = match;
  const value = rest.replace(/^"(.*)"$/s, '$1');
  switch (word.toLowerCase()) {
    case 'end':
      return 'end';
    case 'skip':
      return { skip: true };
    case 'read':
      return { skip: false };
    case 'say':
      return { say: value };
    case 'role':
      return { role: value };
    case 'story':
      return { story: value };
    default:
      return undefined;
  }
}
