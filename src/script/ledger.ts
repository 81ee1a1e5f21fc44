import type { Issue, Script } from '../edition.js';
import { AudioEditionError } from '../errors.js';
import { isSpoken } from './outline.js';

/**
 * Proves that nothing of the issue got lost: the letters and digits of all blocks to be spoken stand in the segments,
 * in order and once, and every other block stands in `dropped`.
 * Throws `AudioEditionError` (`failure`) that names the first text that is missing.
 */
export function checkLedger(issue: Issue, script: Script): void {
  const dropped = new Set(script.dropped.map((entry) => entry.block));
  const written = issue.blocks.filter((block, index) => isSpoken(block) && !dropped.has(index));
  const lost = issue.blocks.find((block, index) => !isSpoken(block) && !dropped.has(index));
  if (lost) throw lostText(lost.text, issue);
  const spoken = signsOf(
    script.stories.flatMap((story) => story.segments.map((segment) => segment.source)).join(''),
  );
  let at = 0;
  for (const block of written) {
    const signs = signsOf(block.text);
    if (!spoken.startsWith(signs, at)) throw lostText(block.text, issue);
    at += signs.length;
  }
  if (at < spoken.length) throw lostText(spoken.slice(at), issue);
}

/** Letters and digits: what is left when white space and punctuation, which the script may change, are taken away. */
function signsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

function lostText(text: string, issue: Issue): AudioEditionError {
  return new AudioEditionError(
    `The script of "${issue.title}" does not account for this text, which is a fault of the program: "${text.slice(0, 120)}".`,
    { code: 'text-lost', stage: 'script', fault: 'failure', data: { text: text.slice(0, 1000) } },
  );
}
