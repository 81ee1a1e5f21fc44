import type { Config } from '../../config.js';
import type { EditChange } from '../../edits/changes.js';
import type { EditOrder } from '../../edits/orders.js';
import type { EditionState } from '../edition-state.js';
import { takesFolderOf } from '../workshop.js';
import { changeDesk, type EditDesk, untouchedDesk } from './edit-desk.js';
import { resolveOrder } from './resolve-order.js';

/** On what orders are laid. */
export interface OrderGround {
  readonly state: EditionState;
  /** Changes that were ordered before. */
  readonly changes: readonly EditChange[];
  readonly config: Config;
  readonly outDir: string;
}

/** Lays orders over an edition one after the other; each sees what those before it changed. */
export async function layOrders(
  orders: readonly EditOrder[],
  { state, changes, config, outDir }: OrderGround,
): Promise<EditDesk> {
  let all = changes;
  const untouched = await untouchedDesk(state, config);
  let desk = await changeDesk(untouched, all);
  for (const order of orders) {
    all = [...all, ...(await resolveOrder(order, desk, takesFolderOf(outDir))).changes];
    desk = await changeDesk(untouched, all);
  }
  return desk;
}
