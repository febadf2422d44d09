// How the labs of an economy touch each other through spillover: sums over all of them.
import {
  COLUMN_K,
  COLUMN_Q,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
  GROUP_B,
  GROUP_RECORD,
  GROUP_SIGMA,
  RECORD_T,
} from '../state/layout';
import { columnOf, economyInteger, groupField, paddedBytes } from '../state/memory';
import { sumColumn, sumProduct } from '../state/sum';

/** Is any lab of the economy touched by the others' training? */
export function isCoupled(economy: i32): bool {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  for (let g = first; g < last; g++) if (groupField(g, GROUP_SIGMA) != 0) return true;
  return false;
}

/** ΣT over an economy, from the given lab column (the state's T or a stage's). */
export function totalOf(economy: i32, column: i32): f64 {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  let total: f64 = 0;
  for (let g = first; g < last; g++) total += sumColumn(columnOf(column, g), paddedBytes(g));
  return total;
}

/** ΣT of the state at a tick's start: it was observed at the end of the tick before, in the same order of summation. */
export function observedTotalT(economy: i32): f64 {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  let total: f64 = 0;
  for (let g = first; g < last; g++) total += groupField(g, GROUP_RECORD + RECORD_T);
  return total;
}

/** Σ b·q·K over an economy: the speed of ΣT. */
export function trainingSpeed(economy: i32): f64 {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  let total: f64 = 0;
  for (let g = first; g < last; g++) {
    total +=
      groupField(g, GROUP_B) * sumProduct(columnOf(COLUMN_Q, g), columnOf(COLUMN_K, g), paddedBytes(g));
  }
  return total;
}
