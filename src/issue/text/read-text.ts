import type { Block, Exclusion } from '../../edition.js';
import { type Reading, SEPARATOR_RULE } from '../draft.js';
import { DATA_TABLE } from '../html/tables.js';
import { decide, LINE_RULES } from './line-rules.js';
import { type TextLine, textLines } from './lines.js';
import { pageOf } from './page.js';
import type { Decision, Page } from './places.js';

/** Titles of plain text are all of one level, as are the names of sections: their order tells them apart. */
const HEADING_LEVEL = 2;

/**
 * Reads plain text as pasted from a page or sent in a mail: titles and descriptions of pictures, which carry no mark
 * there, are told from paragraphs by the rules of `line-rules.ts`.
 */
export function readText(text: string): Reading {
  const page = pageOf(textLines(text));
  const decisions: Decision[] = [];
  page.lines.forEach((traits, index) => {
    decisions.push(decide({ traits, above: decisions, index, page }));
  });
  const blocks = page.lines.flatMap((traits, index) =>
    blocksOfLine(traits.line, decisions[index], page, index),
  );
  return { head: {}, blocks, notices: [] };
}

function blocksOfLine(
  line: TextLine,
  decision: Decision | undefined,
  page: Page,
  index: number,
): readonly Block[] {
  const isPart = index > 0 && page.hasPartGaps && line.gap > page.usualGap && !line.isRule;
  return [
    ...(isPart ? [gapBefore(line)] : []),
    ...(line.text === '' ? [] : [blockOf(line, decision)]),
    ...line.addresses.map(
      (text): Block => ({ kind: 'reference', text, position: { line: line.line }, excluded: ADDRESS }),
    ),
  ];
}

function blockOf(line: TextLine, decision: Decision | undefined): Block {
  const place = { text: line.text, position: { line: line.line, column: 1 } };
  switch (decision?.kind) {
    case 'heading':
    case 'label':
      return { ...place, text: line.written, kind: 'heading', level: HEADING_LEVEL };
    case 'bullet': {
      const { level = 1, ordinal } = line.bullet ?? {};
      return { ...place, kind: 'bullet', level, ...(ordinal === undefined ? {} : { ordinal }) };
    }
    case 'table':
      return { ...place, kind: 'table', excluded: DATA_TABLE };
    case 'caption':
      return { ...place, kind: 'caption', excluded: exclusionOf(decision) };
    default:
      return line.isRule ? { ...place, kind: 'media', excluded: SEPARATOR } : { ...place, kind: 'paragraph' };
  }
}

function exclusionOf(decision: Decision): Exclusion {
  const rule = LINE_RULES.find((candidate) => candidate.name === decision.rule);
  return { rule: decision.rule, reason: rule?.reason ?? 'It describes a picture.' };
}

const ADDRESS: Exclusion = {
  rule: 'address-in-text',
  reason: 'The address of a link, which would interrupt the sentence.',
};

const SEPARATOR: Exclusion = { rule: SEPARATOR_RULE, reason: 'A line that separates parts.' };

/** A wider gap than usual separates parts as a rule does. */
function gapBefore(line: TextLine): Block {
  return { kind: 'media', text: '', position: { line: line.line - line.gap }, excluded: SEPARATOR };
}
