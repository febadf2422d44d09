import type { Analysis, EconomyAnalysis, Outcome, Sensitivity } from '../analysis/index.ts';
import { factorLabel } from './axes.ts';
import type { Figure } from './figure.ts';
import { swatches } from './legends.ts';
import { countText, numberText } from './numbers.ts';
import { indicesPicture, morrisPicture, tornadoPicture } from './svg/bars.ts';

/** More bars than this are a list, not a picture. */
const mostBars = 20;

const axisLabel = ({ label, unit, isLog }: Outcome): string => {
  const name = isLog ? `log₁₀ of ${label}` : label;
  return unit === '' ? name : `${name} (${unit})`;
};

function tornado(
  outcome: Outcome,
  { contrasts, mean }: Sensitivity,
  nameOf: (factor: string) => string,
): Figure[] {
  const drawn = contrasts
    .filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high))
    .slice(0, mostBars);
  if (drawn.length < 2) return [];
  const title = `What moves ${outcome.label}`;
  const named = drawn.map((contrast) => ({ ...contrast, name: nameOf(contrast.factor) }));
  const shown = (value: number) => numberText(outcome.isLog ? 10 ** value : value);
  return [
    {
      title,
      caption: `Mean ${outcome.isLog ? 'of the logarithm ' : ''}in the lowest and in the highest fifth of each factor’s values, over all values of the others; the line is the mean of all points.`,
      svg: tornadoPicture(title, axisLabel(outcome), named, mean, shown),
      legend: swatches([
        ['low', 'low end of the factor'],
        ['high', 'high end'],
      ]),
    },
  ];
}

function indices(outcome: Outcome, { sobol, isLog }: Sensitivity, names: readonly string[]): Figure[] {
  if (!sobol || !(sobol.variance > 0)) return [];
  const title = `Sobol’ indices of ${outcome.label}`;
  const named = names
    .map((name, i) => ({ name, first: sobol.first[i], total: sobol.total[i] }))
    .sort((a, b) => b.total.value - a.total.value)
    .slice(0, mostBars);
  const dropped =
    sobol.dropped > 0
      ? `; ${countText(sobol.dropped)} more left out, since a run of theirs has no value`
      : '';
  return [
    {
      title,
      caption: `Shares of the variance${isLog ? ' of its logarithm' : ''}: of the factor alone (first order), and with all its interactions (total). ${countText(sobol.samples)} base samples${dropped}. Lines are 95 % bootstrap intervals.`,
      svg: indicesPicture(title, named),
      legend: swatches([
        ['first', 'first order'],
        ['total', 'total'],
      ]),
    },
  ];
}

function effects(outcome: Outcome, { morris }: Sensitivity, names: readonly string[]): Figure[] {
  if (!morris) return [];
  const title = `Elementary effects on ${outcome.label}`;
  const unit = outcome.isLog ? ', log₁₀' : outcome.unit === '' ? '' : `, ${outcome.unit}`;
  return [
    {
      title,
      caption: `Right: matters. High up: what it does depends on the other factors, or on where. Effects are changes per whole range of the factor${outcome.isLog ? ', of the logarithm' : ''}; lines are 95 % bootstrap intervals of μ*.`,
      svg: morrisPicture(
        title,
        unit,
        morris.map((effect, i) => ({ ...effect, name: names[i] })),
      ),
      legend: '',
    },
  ];
}

/** What drives each outcome of one economy: tornadoes, and what the design allows besides. */
export function sensitivityFigures({ experiment }: Analysis, economy: EconomyAnalysis): Figure[] {
  const names = experiment.factors.map((factor) => factorLabel(factor, experiment));
  const nameOf = (factor: string) => names[experiment.factors.findIndex(({ name }) => name === factor)];
  return economy.outcomes.flatMap(({ outcome, sensitivity }) => [
    ...indices(outcome, sensitivity, names),
    ...effects(outcome, sensitivity, names),
    ...tornado(outcome, sensitivity, nameOf),
  ]);
}
