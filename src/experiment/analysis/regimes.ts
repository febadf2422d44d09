import type { EconomySpec } from '../../scenario/types.ts';
import type { Experiment, FactorValue } from '../types.ts';

/** A kind of outcome, by a stated criterion. */
export interface Regime {
  id: string;
  label: string;
  /** When a run is one of these; the first that holds counts. */
  criterion: string;
}

/** One way of telling runs apart. */
export interface Classification {
  id: string;
  title: string;
  regimes: readonly Regime[];
  /** The regime of a run, by number; null if it failed or a measure is missing. */
  classify: (run: Classified) => number | null;
}

/** What a classification looks at. */
export interface Classified {
  status: string;
  /** By measure; NaN where there is none. */
  value: (measure: string) => number;
  /** By factor. */
  parameter: (factor: string) => FactorValue;
}

const measuresOf = ({ measures }: Experiment) => new Set(measures.summary);

/** Change of ΣK over another span as long as the run, at the pace of its last tick, that is no longer a plateau. */
const growth = 0.5;

const runaway: Regime = {
  id: 'runaway',
  label: 'runaway',
  criterion: 'a blow-up was located before the end of the run',
};

function growthRegimes(experiment: Experiment): Classification {
  const known = measuresOf(experiment);
  if (!['K', 'bought', 'lost', 'ticks'].every((name) => known.has(name)))
    return {
      id: 'growth',
      title: 'Runaway or plateau',
      regimes: [
        runaway,
        { id: 'plateau', label: 'plateau', criterion: 'no blow-up before the end of the run' },
      ],
      classify: ({ status }) => (status === 'failed' ? null : status === 'blow-up' ? 0 : 1),
    };
  const pace = 'at the pace of its last tick ΣK would';
  return {
    id: 'growth',
    title: 'Runaway or plateau',
    regimes: [
      runaway,
      {
        id: 'growing',
        label: 'growing',
        criterion: `no blow-up, but ${pace} grow by more than half over another span as long as the run, or it left the range of numbers`,
      },
      { id: 'plateau', label: 'plateau', criterion: `${pace} change by at most half` },
      { id: 'shrinking', label: 'shrinking', criterion: `${pace} lose more than half` },
    ],
    classify: ({ status, value }) => {
      if (status === 'failed') return null;
      if (status === 'blow-up') return 0;
      if (status === 'overflow') return 1;
      const change = (value('ticks') * (value('bought') - value('lost'))) / value('K');
      if (Number.isNaN(change)) return null;
      return change > growth ? 1 : change < -growth ? 3 : 2;
    },
  };
}

/** Only for labs that share one c, whose planner splits by c/(1 + 2c), and more than one lab. */
function strategyRegimes(experiment: Experiment, { economy, groups }: EconomySpec): Classification | null {
  const { factors } = experiment;
  const known = measuresOf(experiment);
  const hasOwnC =
    groups.some(({ c }) => c !== null) || factors.some(({ path }) => /^groups\..*\.c$/.test(path));
  const labs = groups.reduce((sum, { count }) => sum + count, 0);
  if (!known.has('q') || !known.has('topShare') || hasOwnC || labs < 2) return null;
  const factor = factors.find(({ path }) => path === 'economy.c');
  const best = 'the c/(1 + 2c) of a planner in the long run';
  return {
    id: 'strategy',
    title: 'Free riding, racing or monopoly',
    regimes: [
      { id: 'monopoly', label: 'monopoly', criterion: 'one lab has at least half of all chips at the end' },
      {
        id: 'racing',
        label: 'racing',
        criterion: `otherwise, the share of all chips that trains is above ${best}`,
      },
      { id: 'free-riding', label: 'free riding', criterion: `otherwise, that share is at most ${best}` },
    ],
    classify: ({ status, value, parameter }) => {
      const c = factor ? Number(parameter(factor.name)) : economy.c;
      const [q, top] = [value('q'), value('topShare')];
      if (status === 'failed' || Number.isNaN(q) || Number.isNaN(top)) return null;
      if (top >= 0.5) return 0;
      return q > c / (1 + 2 * c) ? 1 : 2;
    },
  };
}

/** The classifications that an experiment's measures allow for one of its economies. */
export function classificationsOf(experiment: Experiment, economy: EconomySpec): Classification[] {
  const strategy = strategyRegimes(experiment, economy);
  return strategy ? [strategy, growthRegimes(experiment)] : [growthRegimes(experiment)];
}
