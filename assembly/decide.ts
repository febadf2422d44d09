// Decisions: every group sees the state at the tick's start and fixes q and s for the tick.
import { startOf } from './clock';
import { reinvestBy } from './reinvest/table';
import { setClock, setEconomy, setGroup, setLabs, setPublic } from './rules/frame';
import { addNoise } from './rules/noise';
import { decideBy, standsStill } from './rules/table';
import {
  COLUMN_C_HAT,
  COLUMN_K,
  COLUMN_Q,
  COLUMN_S,
  COLUMN_T,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GENERAL,
  ECONOMY_GROUPS,
  ECONOMY_PRICE,
  ECONOMY_SPLITS,
  ECONOMY_TICK,
  GROUP_COUNT,
  GROUP_ID,
  GROUP_NOISE,
  GROUP_RECORD,
  GROUP_REINVEST,
  GROUP_RULE,
  RECORD_K,
  RECORD_MAX_T,
  RECORD_T,
  RECORD_TRAINING,
  SPLITS_CHANGE,
  SPLITS_KNOWN,
  SPLITS_OPEN,
  SPLITS_STAND,
} from './state/layout';
import {
  columnOf,
  drawFor,
  economyCount,
  economyField,
  economyInteger,
  groupField,
  groupInteger,
  paddedBytes,
  setEconomyField,
} from './state/memory';

/** Marks the economies whose labs never change their split: they decide once. Where labs come and go there are none. */
export function findStanding(): void {
  for (let e = 0; e < economyCount; e++) {
    const first = economyInteger(e, ECONOMY_FIRST_GROUP);
    const last = first + economyInteger(e, ECONOMY_GROUPS);
    let stands = economyField(e, ECONOMY_GENERAL) == 0;
    for (let g = first; g < last; g++) {
      stands = stands && standsStill(groupInteger(g, GROUP_RULE)) && groupField(g, GROUP_NOISE) == 0;
    }
    setEconomyField(e, ECONOMY_SPLITS, stands ? SPLITS_OPEN : SPLITS_CHANGE);
  }
}

/** The splits are as they were a tick ago. */
function stand(economy: i32): bool {
  const splits = economyInteger(economy, ECONOMY_SPLITS);
  if (splits == SPLITS_OPEN) setEconomyField(economy, ECONOMY_SPLITS, SPLITS_STAND);
  return splits == SPLITS_STAND || splits == SPLITS_KNOWN;
}

export function decide(economy: i32, h: f64): void {
  if (stand(economy)) return;
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  let totalK: f64 = 0;
  let totalT: f64 = 0;
  let training: f64 = 0;
  let mostT: f64 = 0;
  for (let g = first; g < last; g++) {
    totalK += groupField(g, GROUP_RECORD + RECORD_K);
    totalT += groupField(g, GROUP_RECORD + RECORD_T);
    training += groupField(g, GROUP_RECORD + RECORD_TRAINING);
    mostT = max(mostT, groupField(g, GROUP_RECORD + RECORD_MAX_T));
  }
  drawFor(economy);
  setEconomy(economy, first, last);
  setPublic(totalK, totalT, mostT, training / totalK, economyField(economy, ECONOMY_PRICE));
  setClock(<u32>economyInteger(economy, ECONOMY_TICK), startOf(economy), h);
  for (let g = first; g < last; g++) {
    const bytes = paddedBytes(g);
    const count = groupInteger(g, GROUP_COUNT);
    setGroup(g, <u32>groupInteger(g, GROUP_ID));
    setLabs(
      columnOf(COLUMN_K, g),
      columnOf(COLUMN_T, g),
      columnOf(COLUMN_Q, g),
      columnOf(COLUMN_S, g),
      columnOf(COLUMN_C_HAT, g),
      bytes,
      count,
    );
    reinvestBy(groupInteger(g, GROUP_REINVEST));
    decideBy(groupInteger(g, GROUP_RULE));
    addNoise();
    silence(columnOf(COLUMN_K, g), columnOf(COLUMN_Q, g), bytes);
  }
}

/** Places without a lab (padding, labs that left) decide nothing: whatever a rule made of them is undone. */
function silence(K: usize, Q: usize, bytes: usize): void {
  const zero = f64x2.splat(0);
  let at: usize = 0;
  do {
    const present = f64x2.gt(v128.load(K + at), zero);
    v128.store(Q + at, v128.and(present, v128.load(Q + at)));
    at += 16;
  } while (at < bytes);
}
