import type { EconomyView } from '../core/economyView.ts';
import type { Accounts, Observation, Status } from '../core/row.ts';
import type { Simulation } from '../core/simulation.ts';
import type { Scenario } from '../scenario/types.ts';
import { version } from '../version.ts';
import type { Benchmark } from './benchmark.ts';
import { projectedBlowUp } from './projection.ts';

export interface GroupSummary {
  count: number;
  /** Labs in business. */
  labs: number;
  K: number;
  T: number;
  q: number | null;
  /** Since t = 0. */
  accounts: Accounts;
}

/** State and measures of one economy; every number finite or null. */
export interface EconomySummary {
  status: Status;
  /** Ticks completed. */
  ticks: number;
  /** Time of the state below; after a blow-up that of the last finite one. */
  t: number;
  K: number;
  T: number;
  /** Chip-weighted training share of the last tick; null before the first. */
  q: number | null;
  /** Of the state after the last tick; null inside a tick that was cut short, where the stocks are between two ticks. */
  stateHash: string | null;
  /** Located t*; null if none. */
  blowUpTime: number | null;
  /** V(t); null past the optimum's own blow-up, or where V does not apply. */
  envelope: number | null;
  /** ΣV_i(t), the optimum without merging; null past the first of its blow-ups, for one lab, or where labs share training. */
  separateEnvelope: number | null;
  /** K/V: 0 past the optimum's blow-up, null where V does not apply. */
  efficiency: number | null;
  /** How much later than the optimum K was reached. */
  delay: number | null;
  /** t* of the pooled optimum. */
  optimumBlowUpTime: number | null;
  /** Why there is no V; null if there is one. */
  noEnvelope: string | null;
  /** t* if every lab kept its present split. */
  projectedBlowUpTime: number | null;
  /** Largest error estimate of ln K and ln T in a substep of the last tick. */
  stepError: number;
  /** Labs in business. */
  labs: number;
  /** Price of a chip at the end, in its price at t = 0. */
  chipPrice: number;
  /** Revenue, chips bought and lost, payouts and running cost since t = 0, and of the last tick. */
  accounts: Accounts;
  lastTick: Accounts;
  groups: Record<string, GroupSummary>;
}

/** What the command line prints as --json, and the page saves. */
export interface RunSummary extends EconomySummary {
  scenario: Scenario;
  seed: number;
  coreHash: string;
  version: string;
  variants: Record<string, EconomySummary>;
}

const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);

function summariseGroup(count: number, { K, T, q, labs, totals }: Observation): GroupSummary {
  return { count, labs, K, T, q: finite(q), accounts: totals };
}

const accountsOf = ({ revenue, bought, lost, paid, cost }: Accounts): Accounts => ({
  revenue,
  bought,
  lost,
  paid,
  cost,
});

export function summariseEconomy(economy: EconomyView, benchmark: Benchmark): EconomySummary {
  const now = economy.observation();
  return {
    status: now.status,
    ticks: now.tick,
    t: now.t,
    K: now.K,
    T: now.T,
    q: finite(now.q),
    stateHash: economy.isInsideTick ? null : economy.hash(),
    blowUpTime: economy.blowUpTime,
    envelope: finite(benchmark.V(now.t)),
    separateEnvelope: finite(benchmark.separateV(now.t)),
    efficiency: finite(benchmark.efficiency(now.t, now.K)),
    delay: finite(benchmark.delay(now.t, now.K)),
    optimumBlowUpTime: finite(benchmark.blowUpTime),
    noEnvelope: benchmark.reason,
    projectedBlowUpTime: finite(projectedBlowUp(economy)),
    stepError: economy.stepError,
    labs: now.labs,
    chipPrice: economy.chipPrice,
    accounts: now.totals,
    lastTick: accountsOf(now),
    groups: Object.fromEntries(
      economy.groups.map((group, index) => [group.name, summariseGroup(group.count, now.groups[index])]),
    ),
  };
}

/** benchmarks: one an economy, in order, made from the states at t = 0. */
export function summarise(simulation: Simulation, benchmarks: readonly Benchmark[]): RunSummary {
  const [base, ...variants] = simulation.economies.map((economy, index) =>
    summariseEconomy(economy, benchmarks[index]),
  );
  const names = simulation.economies.slice(1).map((economy) => economy.name);
  return {
    scenario: simulation.scenario,
    seed: simulation.scenario.seed,
    coreHash: simulation.core.hash,
    version,
    ...base,
    variants: Object.fromEntries(variants.map((variant, index) => [names[index], variant])),
  };
}
