// Which method an economy needs. RE6's kick is exact only while a lab's growth rate does not depend on its K, and it keeps
// no accounts beyond what K itself says; every mechanism that breaks either hands over to the general method.
import { watchesGrowth } from '../rules/table';
import {
  CONTEST_OUTPUT,
  ECONOMY_CONTEST,
  ECONOMY_ELASTICITY,
  ECONOMY_FAB,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GENERAL,
  ECONOMY_GROUPS,
  ECONOMY_LAG,
  ECONOMY_METHOD,
  ECONOMY_PRICE_TREND,
  ECONOMY_THETA,
  ECONOMY_WATCHED,
  GENERAL_COLUMNS,
  GROUP_CREDIT,
  GROUP_DELTA,
  GROUP_ENTRY,
  GROUP_FUNDING,
  GROUP_K1,
  GROUP_K2,
  GROUP_OMEGA,
  GROUP_REINVEST,
  GROUP_RELEASE_GROWTH,
  GROUP_RELEASE_TICKS,
  GROUP_RHO,
  GROUP_RULE,
  GROUP_S,
  GROUP_T_MAX,
  METHOD_EULER,
  PAPER_COLUMNS,
  REINVEST_CONSTANT,
  WATCHED_COLUMNS,
} from '../state/layout';
import {
  economyCount,
  economyField,
  economyInteger,
  groupField,
  groupInteger,
  setEconomyField,
} from '../state/memory';

/** Marks the economies that need the general method or the growth columns; returns how many columns that takes. */
export function columnsNeeded(): i32 {
  let columns = PAPER_COLUMNS;
  for (let e = 0; e < economyCount; e++) {
    const general = hasMarket(e) || hasFriction(e);
    const watched = isWatched(e);
    setEconomyField(e, ECONOMY_GENERAL, general ? 1 : 0);
    setEconomyField(e, ECONOMY_WATCHED, watched ? 1 : 0);
    if (watched) columns = max(columns, WATCHED_COLUMNS);
    if (general) columns = GENERAL_COLUMNS;
  }
  return columns;
}

function isWatched(economy: i32): bool {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  for (let g = first; g < last; g++) if (watchesGrowth(groupInteger(g, GROUP_RULE))) return true;
  return false;
}

function hasMarket(economy: i32): bool {
  return (
    economyField(economy, ECONOMY_CONTEST) != CONTEST_OUTPUT ||
    economyField(economy, ECONOMY_THETA) != 1 ||
    economyField(economy, ECONOMY_ELASTICITY) != Infinity ||
    economyField(economy, ECONOMY_FAB) != Infinity ||
    economyField(economy, ECONOMY_PRICE_TREND) != 0 ||
    economyField(economy, ECONOMY_LAG) != 0
  );
}

function hasFriction(economy: i32): bool {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  const euler = economyField(economy, ECONOMY_METHOD) == METHOD_EULER;
  for (let g = first; g < last; g++) {
    if (
      groupField(g, GROUP_K1) != 0 ||
      groupField(g, GROUP_K2) != Infinity ||
      groupField(g, GROUP_T_MAX) != Infinity ||
      (depreciates(g) && !euler) ||
      groupField(g, GROUP_OMEGA) != 0 ||
      groupField(g, GROUP_FUNDING) != 0 ||
      groupField(g, GROUP_RELEASE_TICKS) != 0 ||
      groupField(g, GROUP_RELEASE_GROWTH) != Infinity ||
      groupField(g, GROUP_REINVEST) != REINVEST_CONSTANT ||
      groupField(g, GROUP_CREDIT) != Infinity ||
      groupField(g, GROUP_ENTRY) != 0 ||
      // Revenue that buys nothing leaves no trace in K.
      groupField(g, GROUP_S) == 0
    )
      return true;
  }
  return false;
}

/** A plain Euler step takes depreciation as it comes. */
function depreciates(g: i32): bool {
  return groupField(g, GROUP_DELTA) != 0 || groupField(g, GROUP_RHO) != 0;
}
