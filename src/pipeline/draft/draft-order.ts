import type { EditOrder } from '../../edits/orders.js';
import { openDesk } from '../edit/edit-desk.js';
import { type ResolvedOrder, resolveOrder } from '../edit/resolve-order.js';
import { engineOfEdition } from '../regenerate/engine-of-edition.js';
import { takesFolderOf } from '../workshop.js';
import type { DraftRequest } from './view-draft.js';

/**
 * What an editor's order comes to in an edition with some changes: changes that can be kept and laid over it.
 *
 * @throws AudioEditionError (`input`) for a segment, story or block that there is not.
 */
export async function orderInDraft(
  { published, changes, outDir, ...request }: DraftRequest,
  order: EditOrder,
): Promise<ResolvedOrder> {
  const engine = request.engine ?? engineOfEdition(published.edition, request.config);
  const desk = await openDesk(published.state, changes, { ...request.config, engine });
  return resolveOrder(order, desk, takesFolderOf(outDir));
}
