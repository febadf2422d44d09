// Exit: a lab whose cash is below −credit leaves; its chips and its training leave the economy with it.
import {
  COLUMN_CASH,
  COLUMN_COST,
  COLUMN_K,
  COLUMN_PAID,
  COLUMN_Q,
  COLUMN_T,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
  GROUP_COUNT,
  GROUP_CREDIT,
} from '../state/layout';
import { columnOf, economyInteger, groupField, groupInteger, paddedBytes } from '../state/memory';
import { PADDING_T } from '../state/padding';

/** At a tick's end: cash grows by what was paid out and shrinks by the running cost. */
export function settle(economy: i32): void {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  for (let g = first; g < last; g++) {
    const cash = columnOf(COLUMN_CASH, g);
    const paid = columnOf(COLUMN_PAID, g);
    const cost = columnOf(COLUMN_COST, g);
    const bytes = paddedBytes(g);
    let at: usize = 0;
    do {
      const earned = f64x2.sub(v128.load(paid + at), v128.load(cost + at));
      v128.store(cash + at, f64x2.add(v128.load(cash + at), earned));
      at += 16;
    } while (at < bytes);
  }
}

/** At a tick's start. */
export function leave(economy: i32): void {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  for (let g = first; g < last; g++) {
    const credit = groupField(g, GROUP_CREDIT);
    if (credit == Infinity) continue;
    const bytes = (<usize>groupInteger(g, GROUP_COUNT)) << 3;
    for (let at: usize = 0; at < bytes; at += 8) {
      if (load<f64>(columnOf(COLUMN_CASH, g) + at) < -credit) close(g, at);
    }
  }
}

/** An empty place looks like padding: no chips, no training, no cash. */
function close(g: i32, at: usize): void {
  store<f64>(columnOf(COLUMN_K, g) + at, 0);
  store<f64>(columnOf(COLUMN_T, g) + at, PADDING_T);
  store<f64>(columnOf(COLUMN_Q, g) + at, 0);
  store<f64>(columnOf(COLUMN_CASH, g) + at, 0);
}
