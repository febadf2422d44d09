import { version } from '../../version.ts';
import type { SobolIndices } from '../sensitivity/index.ts';
import type { Experiment } from '../types.ts';
import type { Analysis, EconomyAnalysis, FailedRun } from './analysis.ts';
import type { Sensitivity } from './sensitivity.ts';
import { type Statistics, shares } from './statistics.ts';

/** An analysis as JSON: no columns, only what they say. Numbers that are not finite are null, as JSON has it. */
export interface AnalysisSummary {
  experiment: Experiment;
  coreHash: string;
  version: string;
  runs: { planned: number; made: number; failed: number };
  failures: FailedRun[];
  economies: {
    economy: string;
    runs: number;
    statuses: Record<string, number>;
    regimes: { classification: string; regime: string; criterion: string; runs: number }[];
    outcomes: {
      measure: string;
      label: string;
      unit: string;
      statistics: Omit<Statistics, 'quantiles'> & { quantiles: Record<string, number> };
      sensitivity: Omit<Sensitivity, 'sobol' | 'morris'> & {
        sobol: (Omit<SobolIndices, 'first' | 'total' | 'second'> & { factors: object[] }) | null;
        morris: object[] | null;
      };
    }[];
  }[];
}

function sensitivitySummary({ sobol, morris, ...rest }: Sensitivity, names: readonly string[]) {
  const withNames = (factors: readonly object[]) =>
    factors.map((factor, i) => ({ factor: names[i], ...factor }));
  return {
    ...rest,
    sobol: sobol && {
      samples: sobol.samples,
      dropped: sobol.dropped,
      mean: sobol.mean,
      variance: sobol.variance,
      factors: withNames(
        sobol.first.map((first, i) => ({
          first,
          total: sobol.total[i],
          ...(sobol.second && {
            second: Object.fromEntries(
              sobol.second[i].flatMap((pair, j) => (pair ? [[names[j], pair]] : [])),
            ),
          }),
        })),
      ),
    },
    morris: morris && withNames(morris),
  };
}

function economySummary(
  { economy, runs, statuses, classed, outcomes }: EconomyAnalysis,
  names: readonly string[],
) {
  return {
    economy,
    runs,
    statuses,
    regimes: classed.flatMap(({ classification, counts }) =>
      classification.regimes.map(({ id, criterion }, i) => ({
        classification: classification.id,
        regime: id,
        criterion,
        runs: counts[i],
      })),
    ),
    outcomes: outcomes.map(({ outcome, statistics, sensitivity }) => ({
      measure: outcome.id,
      label: outcome.label,
      unit: outcome.unit,
      statistics: {
        ...statistics,
        quantiles: Object.fromEntries(shares.map((share, i) => [String(share), statistics.quantiles[i]])),
      },
      sensitivity: sensitivitySummary(sensitivity, names),
    })),
  };
}

/** What `--json` prints. */
export function summaryOf({
  experiment,
  coreHash,
  plan,
  runs,
  failures,
  economies,
}: Analysis): AnalysisSummary {
  const names = experiment.factors.map(({ name }) => name);
  const failed = new Set(failures.map(({ run }) => run)).size;
  return {
    experiment,
    coreHash,
    version,
    runs: { planned: plan.runs, made: runs, failed },
    failures,
    economies: economies.map((economy) => economySummary(economy, names)),
  };
}
