import type { Analysis, EconomyAnalysis } from '../analysis/index.ts';
import { factorLabel } from './axes.ts';
import { countText, numberText, shareText } from './numbers.ts';

const mostOutcomes = 8;

/** What drives an outcome, most first: total indices, μ*, or contrasts, as the design allows. */
function driversOf({ experiment }: Analysis, { sensitivity }: EconomyAnalysis['outcomes'][number]): string {
  const label = (name: string) => {
    const factor = experiment.factors.find((one) => one.name === name);
    return factor ? factorLabel(factor, experiment) : name;
  };
  const { sobol, morris, contrasts, isLog } = sensitivity;
  const most = <T>(entries: T[], size: (entry: T) => number, text: (entry: T) => string): string =>
    entries
      .filter((entry) => Number.isFinite(size(entry)))
      .sort((a, b) => size(b) - size(a))
      .slice(0, 3)
      .map(text)
      .join(', ');
  const names = experiment.factors.map(({ name }) => label(name));
  if (sobol) {
    const totals = sobol.total.map((total, i) => ({ name: names[i], ...total }));
    const { samples, dropped } = sobol;
    const all =
      dropped === 0
        ? ''
        : ` (${countText(samples)} of ${countText(samples + dropped)} base samples have a value)`;
    const text = most(
      totals,
      ({ value }) => value,
      ({ name, value, low, high }) =>
        `${name} ${numberText(value)} [${numberText(low)}, ${numberText(high)}]`,
    );
    return text + all;
  }
  if (morris) {
    const effects = morris.map(({ muStar }, i) => ({ name: names[i], value: muStar.value }));
    return most(
      effects,
      ({ value }) => value,
      ({ name, value }) => `${name} μ* ${numberText(value)}`,
    );
  }
  const shown = (value: number) => numberText(isLog ? 10 ** value : value);
  return most(
    contrasts,
    ({ low, high }) => Math.abs(high - low),
    ({ factor, low, high }) => `${label(factor)} ${shown(low)} → ${shown(high)}`,
  );
}

function economyLines(analysis: Analysis, economy: EconomyAnalysis): string[] {
  const { statuses, runs, classed, outcomes } = economy;
  const several = analysis.economies.length > 1;
  const lines = [
    `${several ? `${economy.economy}: ` : ''}${Object.entries(statuses)
      .map(([status, count]) => `${countText(count)} ${status}`)
      .join(', ')}`,
  ];
  for (const { classification, counts } of classed) {
    const shares = classification.regimes
      .map(({ label }, i) => ({ label, count: counts[i] }))
      .filter(({ count }) => count > 0)
      .map(({ label, count }) => `${label} ${shareText(count, runs)}`);
    if (shares.length > 0) lines.push(`  ${classification.title}: ${shares.join(', ')}`);
  }
  for (const entry of outcomes.slice(0, mostOutcomes)) {
    const { outcome, statistics } = entry;
    const [low, , median, , high] = statistics.quantiles;
    const unit = outcome.unit === '' ? '' : ` ${outcome.unit}`;
    lines.push(
      `  ${outcome.label}: median ${numberText(median)}${unit}, 5–95 % from ${numberText(low)} to ${numberText(high)}`,
    );
    const drivers = driversOf(analysis, entry);
    if (drivers !== '') lines.push(`    driven by ${drivers}`);
  }
  if (outcomes.length > mostOutcomes)
    lines.push(`  and ${outcomes.length - mostOutcomes} outcomes more in the report`);
  return lines;
}

/** What an analysis says, in the lines of a terminal. */
export function analysisText(analysis: Analysis): string {
  const { experiment, runs, plan, failures, economies } = analysis;
  const failed = new Set(failures.map(({ run }) => run)).size;
  const made =
    runs === plan.runs ? `${countText(runs)} runs` : `${countText(runs)} of ${countText(plan.runs)} runs`;
  const head = `${experiment.title || experiment.name}: ${made} at ${countText(plan.points)} points, ${countText(failed)} failed`;
  return `${[head, ...economies.flatMap((economy) => economyLines(analysis, economy))].join('\n')}\n`;
}
