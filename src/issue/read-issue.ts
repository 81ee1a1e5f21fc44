import type { Issue, StageResult } from '../edition.js';
import { AudioEditionError } from '../errors.js';
import { applyBlockRules } from './block-rules.js';
import { decodeDocument } from './decode.js';
import { type IssueDocument, nameOf, type ReadOptions } from './document.js';
import { formatOf, READERS } from './formats.js';
import { issueHead } from './issue-head.js';
import { withPageFoot } from './page-foot.js';
import { unmatchedRules, withTextRules } from './reading-rules.js';
import { withWrittenHeadings } from './written-headings.js';

/**
 * Reads what the publisher wrote into blocks in reading order; every visible character is in exactly one, and a
 * block that is not to be spoken says which rule decided so and why. The format is chosen by content.
 * Throws `AudioEditionError` (`input`) for a document that is binary or holds nothing.
 */
export async function readIssue(document: IssueDocument, options: ReadOptions): Promise<StageResult<Issue>> {
  const text = decodeDocument(document);
  refuseEmpty(document, text.trim() === '');
  const reading = await READERS[formatOf(text, document.name ?? '')]({ text, document, options });
  refuseEmpty(document, !reading.blocks.some((block) => block.text !== ''));
  const rules = options.reading ?? [];
  const ruled = withTextRules(withWrittenHeadings(withPageFoot(applyBlockRules(reading.blocks))), rules);
  const { blocks } = ruled;
  const unmatched = unmatchedRules(rules, new Set([...(reading.matchedRules ?? []), ...ruled.matched]));
  const head = issueHead(document, reading.head, blocks, options);
  return { value: { ...head.value, blocks }, notices: [...reading.notices, ...head.notices, ...unmatched] };
}

function refuseEmpty(document: IssueDocument, isEmpty: boolean): void {
  if (!isEmpty) return;
  throw new AudioEditionError(
    `There is no text in ${nameOf(document)}; give an issue that holds at least one sentence.`,
    {
      code: 'issue-empty',
      stage: 'issue',
      fault: 'input',
    },
  );
}
