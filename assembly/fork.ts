// A fork: an economy that waits until the first one, the base, has done a given number of ticks, and then goes on from
// the base's state by its own rules, parameters and markets. Groups and labs are the same in both: columns copy whole.
import { handOn } from './market/ladder';
import { passOn } from './market/lag';
import { releases } from './market/releases';
import { recordRow } from './measure/account';
import { startGrowth } from './measure/growth';
import { memoryColumn } from './rules/memory';
import { remembers } from './rules/table';
import {
  COLUMN_CASH,
  COLUMN_DEPLOYED,
  COLUMN_GROWTH_K,
  COLUMN_GROWTH_T,
  COLUMN_K,
  COLUMN_LAST_K,
  COLUMN_LAST_Q,
  COLUMN_LAST_T,
  COLUMN_Q,
  COLUMN_S,
  COLUMN_T,
  ECONOMY_BLOW_UP,
  ECONOMY_ELASTICITY,
  ECONOMY_ERROR,
  ECONOMY_FIRST_GROUP,
  ECONOMY_FORK_TICK,
  ECONOMY_GENERAL,
  ECONOMY_GROUPS,
  ECONOMY_NEXT_STEP,
  ECONOMY_PRICE,
  ECONOMY_SPLITS,
  ECONOMY_STATUS,
  ECONOMY_SUBSTEPS,
  ECONOMY_TICK,
  ECONOMY_TIME,
  ECONOMY_WATCHED,
  ECONOMY_Y_REF,
  GROUP_RECORD,
  GROUP_RULE,
  RECORD_FIELDS,
  SPLITS_CHANGE,
  SPLITS_OPEN,
  STATUS_RUNNING,
  STATUS_WAITING,
} from './state/layout';
import {
  columnOf,
  economyCount,
  economyField,
  economyInteger,
  groupField,
  groupInteger,
  paddedBytes,
  setEconomyField,
  setGroupField,
} from './state/memory';

const BASE: i32 = 0;

/** At the start of a run: forks wait. */
export function waitForBase(): void {
  for (let e = BASE + 1; e < economyCount; e++) {
    if (economyField(e, ECONOMY_FORK_TICK) > 0) setEconomyField(e, ECONOMY_STATUS, STATUS_WAITING);
  }
}

export function isWaiting(economy: i32): bool {
  return economyInteger(economy, ECONOMY_STATUS) == STATUS_WAITING;
}

/** At the end of a tick of the base: forks whose tick has come go on from here; where the base has ended, they end as it did. */
export function wakeForks(economy: i32): void {
  if (economy != BASE) return;
  const tick = economyField(BASE, ECONOMY_TICK);
  const hasEnded = economyInteger(BASE, ECONOMY_STATUS) != STATUS_RUNNING;
  for (let e = BASE + 1; e < economyCount; e++) {
    if (!isWaiting(e)) continue;
    const due = economyField(e, ECONOMY_FORK_TICK) <= tick;
    if (!due && !hasEnded) continue;
    inherit(e);
    setEconomyField(e, ECONOMY_STATUS, due ? STATUS_RUNNING : economyField(BASE, ECONOMY_STATUS));
    recordRow(e);
  }
}

function inherit(e: i32): void {
  copyField(ECONOMY_TICK, e);
  copyField(ECONOMY_TIME, e);
  copyField(ECONOMY_SUBSTEPS, e);
  copyField(ECONOMY_ERROR, e);
  copyField(ECONOMY_PRICE, e);
  copyField(ECONOMY_BLOW_UP, e);
  copyField(ECONOMY_NEXT_STEP, e);
  // Demand keeps its measure of output, unless only the fork has a demand that needs one.
  if (economyField(BASE, ECONOMY_ELASTICITY) != Infinity) copyField(ECONOMY_Y_REF, e);
  const from = economyInteger(BASE, ECONOMY_FIRST_GROUP);
  const to = economyInteger(e, ECONOMY_FIRST_GROUP);
  const count = economyInteger(BASE, ECONOMY_GROUPS);
  for (let i = 0; i < count; i++) inheritGroup(e, from + i, to + i);
  if (economyField(e, ECONOMY_WATCHED) != 0 && economyField(BASE, ECONOMY_WATCHED) == 0) startGrowth(e);
  if (economyField(e, ECONOMY_SPLITS) != SPLITS_CHANGE) setEconomyField(e, ECONOMY_SPLITS, SPLITS_OPEN);
  passOn(BASE, e);
}

function copyField(field: i32, e: i32): void {
  setEconomyField(e, field, economyField(BASE, field));
}

function inheritGroup(e: i32, from: i32, to: i32): void {
  copyColumn(COLUMN_K, from, to);
  copyColumn(COLUMN_T, from, to);
  copyColumn(COLUMN_Q, from, to);
  copyColumn(COLUMN_S, from, to);
  for (let field = 0; field < RECORD_FIELDS; field++) {
    setGroupField(to, GROUP_RECORD + field, groupField(from, GROUP_RECORD + field));
  }
  handOn(from, to);
  if (economyField(e, ECONOMY_WATCHED) != 0) inheritGrowth(from, to);
  if (economyField(e, ECONOMY_GENERAL) != 0) inheritMoney(from, to);
  // A rule goes on with what it remembers; another rule starts from nothing.
  const rule = groupInteger(to, GROUP_RULE);
  if (rule != groupInteger(from, GROUP_RULE)) return;
  const remembered = remembers(rule);
  for (let field = 0; field < remembered; field++) {
    memory.copy(memoryColumn(to, field), memoryColumn(from, field), paddedBytes(to));
  }
}

function inheritGrowth(from: i32, to: i32): void {
  if (economyField(BASE, ECONOMY_WATCHED) == 0) {
    memory.copy(columnOf(COLUMN_LAST_Q, to), columnOf(COLUMN_Q, from), paddedBytes(to));
    return;
  }
  copyColumn(COLUMN_LAST_K, from, to);
  copyColumn(COLUMN_LAST_T, from, to);
  copyColumn(COLUMN_LAST_Q, from, to);
  copyColumn(COLUMN_GROWTH_K, from, to);
  copyColumn(COLUMN_GROWTH_T, from, to);
}

/** Cash and the deployed model. Where the base keeps neither, nobody has money and everybody has just released. */
function inheritMoney(from: i32, to: i32): void {
  const hasMoney = economyField(BASE, ECONOMY_GENERAL) != 0;
  if (hasMoney) copyColumn(COLUMN_CASH, from, to);
  if (hasMoney && releases(from)) copyColumn(COLUMN_DEPLOYED, from, to);
  else memory.copy(columnOf(COLUMN_DEPLOYED, to), columnOf(COLUMN_T, from), paddedBytes(to));
}

function copyColumn(column: i32, from: i32, to: i32): void {
  memory.copy(columnOf(column, to), columnOf(column, from), paddedBytes(to));
}
