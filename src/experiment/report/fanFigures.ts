import { mostFacetRuns } from '../analysis/facets.ts';
import type { Analysis, EconomyAnalysis } from '../analysis/index.ts';
import { groupQuantity, groupsOf } from '../measures/groups.ts';
import { seriesMeasure } from '../measures/series.ts';
import { inWords } from '../results/columns.ts';
import { factorLabel } from './axes.ts';
import type { Figure } from './figure.ts';
import { swatches } from './legends.ts';
import { countText, valueText } from './numbers.ts';
import { fanPicture } from './svg/fan.ts';

/** How the measures of one economy went over time. */
export function fanFigures({ experiment }: Analysis, { facets, fans }: EconomyAnalysis): Figure[] {
  const { scenario, factors } = experiment;
  const groups = groupsOf(scenario);
  return fans.flatMap((ofFacet, i) => {
    const common = Object.entries(facets[i])
      .map(([name, value]) => {
        const factor = factors.find((one) => one.name === name);
        return `${factor ? factorLabel(factor, experiment) : name} = ${valueText(value)}`;
      })
      .join(', ');
    return ofFacet.flatMap((fan): Figure[] => {
      const measure = seriesMeasure(fan.measure, groups);
      if (!measure) return [];
      const unit = inWords(measure.unit, scenario.units);
      const group = groupQuantity(fan.measure, groups)?.group;
      const name = group === undefined ? measure.label : `${group}: ${measure.label}`;
      const label = unit === '' ? name : `${name} (${unit})`;
      const title = `${name} over time${common === '' ? '' : `, ${common}`}`;
      const svg = fanPicture(title, label, `t (${scenario.units.time})`, fan);
      const runs = Math.max(...fan.runs);
      const first = runs === mostFacetRuns ? 'The first ' : '';
      const caption = `${first}${countText(runs)} ${runs === 1 ? 'run' : 'runs'}; quantiles are of those still going at each moment.`;
      const legend = swatches([
        ['fan-median-swatch', 'median'],
        ['fan-inner', '25 to 75 %'],
        ['fan-outer', '5 to 95 %'],
      ]);
      return svg === '' ? [] : [{ title, caption, svg, legend }];
    });
  });
}
