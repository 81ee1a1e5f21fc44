import type { Issue, StageResult } from '../../edition.js';
import type { Store } from '../../store/contract.js';
import { formerEdition } from '../../syndicate/index.js';

/** Shorter slugs were never cut: the cut falls in the second half of what is allowed. */
const SHORTEST_CUT_SLUG = 30;

/**
 * The issue under the slug that it is already published with. Slugs were once allowed to be longer; an edition that
 * has such a one keeps it for ever, because its addresses and its GUID are made from it.
 */
export async function withSettledSlug(issue: StageResult<Issue>, store: Store): Promise<StageResult<Issue>> {
  const { slug, title, date } = issue.value;
  if (slug.length < SHORTEST_CUT_SLUG || (await store.read(`${slug}/edition.json`)) !== undefined)
    return issue;
  for await (const { slug: longer } of store.editions()) {
    if (!longer.startsWith(`${slug}-`)) continue;
    const former = await formerEdition(store, longer);
    const isTheSame = former?.title === title && (former.date === date || isGuessed(issue));
    if (isTheSame) return { ...issue, value: { ...issue.value, slug: longer } };
  }
  return issue;
}

function isGuessed({ notices }: StageResult<Issue>): boolean {
  return notices.some(({ code }) => code === 'date-guessed');
}
