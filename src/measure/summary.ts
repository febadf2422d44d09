import type { EconomyView } from '../core/economyView.ts';
import type { Accounts, Observation, Status } from '../core/row.ts';
import type { Simulation } from '../core/simulation.ts';
import type { Scenario } from '../scenario/types.ts';
import { version } from '../version.ts';
import type { Benchmark } from './benchmark.ts';
import type { PathAccuracy } from './benchmarks/entry.ts';
import { measureTable } from './measures/table.ts';
import { projectedBlowUp } from './projection.ts';
import type { Watch } from './watch.ts';

/** One benchmark at the economy's time. */
export interface BenchmarkSummary {
  id: string;
  label: string;
  /** What it is and how it was got. */
  how: string;
  /** Why it does not apply; null if it does. */
  reason: string | null;
  /** ΣK, ΣT and the chip-weighted q; null where infinite, unknown, or where it does not apply. */
  K: number | null;
  T: number | null;
  q: number | null;
  blowUpTime: number | null;
  /** How well a computed path is known; null for closed forms, and where there is none. */
  accuracy: PathAccuracy | null;
}

/** What takes following a run tick by tick, or time: the measures and everything the economy is compared with. */
export interface WatchedSummary {
  /** By the id of the table of measures; null where not defined or infinite. */
  measures: Record<string, number | null>;
  /** Lorenz curves: (share of labs, share held), the poorest first. */
  lorenz: { K: readonly (readonly [number, number])[]; T: readonly (readonly [number, number])[] };
  benchmarks: BenchmarkSummary[];
  /** 1 − K/ΣV_i of each group, by name: the share of its own optimum's chips that it misses. */
  regret: Record<string, number | null>;
}

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
  /** t* if every lab kept its present split; under mechanisms, where the run was watched, if growth went on as it did. */
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
  /** Null where the run was not watched. */
  watched: WatchedSummary | null;
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

/** Every benchmark of an economy, or of a group by itself, at time t. */
export function summariseBenchmarks(benchmark: Benchmark, t: number): BenchmarkSummary[] {
  return benchmark.all.map(({ id, label, how, reason, path }) => {
    const { K, T, q } = path?.at(t) ?? { K: Number.NaN, T: Number.NaN, q: Number.NaN };
    const blowUpTime = finite(path?.blowUpTime ?? Number.NaN);
    const accuracy = path?.accuracy?.() ?? null;
    return { id, label, how, reason, K: finite(K), T: finite(T), q: finite(q), blowUpTime, accuracy };
  });
}

function summariseWatch(watch: Watch): WatchedSummary {
  const { economy, benchmark } = watch;
  const look = watch.look();
  return {
    measures: Object.fromEntries(measureTable.map(({ id, of }) => [id, finite(of(look))])),
    lorenz: { K: look.lorenzK.curve, T: look.lorenzT.curve },
    benchmarks: summariseBenchmarks(benchmark, look.row.t),
    regret: Object.fromEntries(economy.groups.map(({ name }, group) => [name, finite(watch.regret(group))])),
  };
}

/** watch: where the run was followed tick by tick. */
export function summariseEconomy(economy: EconomyView, benchmark: Benchmark, watch?: Watch): EconomySummary {
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
    projectedBlowUpTime: finite(watch ? watch.projection().t : projectedBlowUp(economy)),
    stepError: economy.stepError,
    labs: now.labs,
    chipPrice: economy.chipPrice,
    accounts: now.totals,
    lastTick: accountsOf(now),
    groups: Object.fromEntries(
      economy.groups.map((group, index) => [group.name, summariseGroup(group.count, now.groups[index])]),
    ),
    watched: watch ? summariseWatch(watch) : null,
  };
}

/** benchmarks: one an economy, in order, made from the states at t = 0; watches likewise, where the run was watched. */
export function summarise(
  simulation: Simulation,
  benchmarks: readonly Benchmark[],
  watches?: readonly Watch[],
): RunSummary {
  const [base, ...variants] = simulation.economies.map((economy, index) =>
    summariseEconomy(economy, benchmarks[index], watches?.[index]),
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
