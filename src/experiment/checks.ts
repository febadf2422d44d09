import { type Problem, ScenarioError } from '../scenario/errors.ts';
import { didYouMean } from '../scenario/near.ts';
import { setterOf } from '../scenario/setter.ts';
import { changeable } from '../scenario/variants.ts';
import { numberText, shorten, valueText } from '../scenario/words.ts';
import { isListed, isSampled, levelsOf, valueAt } from './levels.ts';
import { groupQuantityNames, groupsOf } from './measures/groups.ts';
import { seriesMeasure, seriesMeasures } from './measures/series.ts';
import { summaryMeasure, summaryNames } from './measures/summary.ts';
import { endOf } from './plan.ts';
import { designSize } from './points.ts';
import { keyColumns } from './results/columns.ts';
import { mostPoints, mostRuns } from './schema/experiment.ts';
import type { Experiment, Factor, FactorValue } from './types.ts';

/** What is wrong between the parts of an experiment that are each legal. */

/** Every measure exists, once. */
function measureProblems({ scenario, measures }: Experiment): Problem[] {
  const groups = groupsOf(scenario);
  const own = groupQuantityNames(groups);
  const check = (
    at: string,
    names: readonly string[],
    known: readonly string[],
    find: (name: string) => unknown,
  ) =>
    names.flatMap((name, i): Problem[] => {
      const path = `${at}.${i}`;
      if (names.indexOf(name) < i)
        return [{ path, got: `"${shorten(name)}" a second time`, allowed: 'each measure once' }];
      if (find(name)) return [];
      const allowed = `${known.join(', ')}, or one of a group: groups.${groups[0][0]}.K, …`;
      return [{ path, got: valueText(name), allowed: allowed + didYouMean(name, [...known, ...own]) }];
    });
  const { summary, series } = measures;
  return [
    ...check('measures.summary', summary, summaryNames, (name) => summaryMeasure(name, groups)),
    ...check(
      'measures.series.of',
      series?.of ?? [],
      seriesMeasures.map(({ id }) => id),
      (name) => seriesMeasure(name, groups),
    ),
  ];
}

/** Factors are told apart by their columns, and these from all others. */
function columnProblems({ factors, measures }: Experiment): Problem[] {
  const taken = new Map<string, string>();
  for (const name of keyColumns) taken.set(name.toLowerCase(), 'a column of its own');
  for (const name of measures.summary) taken.set(name.toLowerCase(), 'a measure');
  return factors.flatMap(({ name }, i): Problem[] => {
    const other = taken.get(name.toLowerCase());
    taken.set(name.toLowerCase(), `factor ${i}`);
    if (other === undefined) return [];
    const got = `"${shorten(name)}", which is ${other}`;
    return [{ path: `factors.${i}.name`, got, allowed: 'a name of its own, whatever its capitals' }];
  });
}

function pathProblems({ factors, stop }: Experiment): Problem[] {
  return factors.flatMap(({ path }, i): Problem[] => {
    const at = `factors.${i}.path`;
    const head = path.split('.', 1)[0];
    if (!changeable.includes(head)) {
      const words = head === 'seed' ? '; seeds are for replications' : didYouMean(head, changeable);
      return [{ path: at, got: valueText(path), allowed: `a path under ${changeable.join(', ')}${words}` }];
    }
    if (path === 'clock.until' && (stop.t !== null || stop.ticks !== null || stop.blowUp))
      return [{ path: at, got: 'clock.until beside a stop rule', allowed: 'one of the two' }];
    if (factors.findIndex((other) => other.path === path) < i)
      return [{ path: at, got: `${valueText(path)} a second time`, allowed: 'each parameter once' }];
    return [];
  });
}

/** Distributions need a design, a design needs distributions; and there is an end to everything. */
function designProblems({ factors, design, replications }: Experiment): Problem[] {
  const sampled = factors.filter(isSampled);
  const listed = factors.filter(isListed);
  if (design.type === 'grid' && sampled.length > 0)
    return [
      {
        path: 'design.type',
        got: `grid, with ${sampled[0].kind} for ${sampled[0].name}`,
        allowed:
          'random, latinHypercube, sobol, saltelli or morris; a grid has factors of kind list and range',
      },
    ];
  if (design.type !== 'grid' && sampled.length === 0)
    return [
      {
        path: 'design.type',
        got: `${design.type} without a distribution`,
        allowed: 'grid, or factors to draw',
      },
    ];
  if ((design.type === 'saltelli' || design.type === 'morris') && listed.length > 0)
    return [
      {
        path: 'design.type',
        got: `${design.type}, with ${listed[0].kind} for ${listed[0].name}`,
        allowed: 'factors with a distribution only; a list may be a choice',
      },
    ];
  if (design.type === 'morris' && design.levels % 2 === 1)
    return [{ path: 'design.levels', got: String(design.levels), allowed: 'an even number' }];
  const points = listed.reduce(
    (product, factor) => product * levelsOf(factor).length,
    designSize(design, sampled.length),
  );
  if (points > mostPoints)
    return [
      { path: 'design', got: `${numberText(points)} points`, allowed: `at most ${numberText(mostPoints)}` },
    ];
  const runs = points * replications.count;
  if (runs > mostRuns)
    return [
      {
        path: 'replications.count',
        got: `${numberText(runs)} runs`,
        allowed: `at most ${numberText(mostRuns)} over ${numberText(points)} points`,
      },
    ];
  return [];
}

/** The values of a factor that can be known beforehand: its levels, or the ends of what is drawn. */
function knownValues(factor: Factor): readonly FactorValue[] {
  if (isListed(factor)) return levelsOf(factor);
  switch (factor.kind) {
    case 'choice':
      return factor.values;
    case 'normal':
    case 'lognormal':
    case 'pareto':
      return [valueAt(factor)(0.5)];
    default:
      return [factor.min, factor.max];
  }
}

/**
 * Every value that can be known beforehand must be legal beside the first values of the other factors. What is illegal
 * only in combination, or drawn outside a parameter's range, becomes a failed run.
 */
function valueProblems({ scenario, factors }: Experiment): Problem[] {
  const setter = setterOf(
    scenario,
    factors.map(({ path }) => path),
  );
  const values = factors.map(knownValues);
  const first = values.map(([value]) => value);
  const found = new Map<string, Problem>();
  const tryOut = (at: string, tried: readonly FactorValue[]) => {
    try {
      setter(tried);
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      for (const problem of error.problems)
        found.set(`${at} ${problem.path} ${problem.got}`, { ...problem, path: `${at}: ${problem.path}` });
    }
  };
  tryOut('factors', first);
  if (found.size > 0) return [...found.values()];
  factors.forEach((factor, i) => {
    for (const value of values[i].slice(1)) tryOut(`factors.${factor.name}`, first.with(i, value));
  });
  return [...found.values()];
}

/** The stop rule's end is one that the scenario may have. */
function stopProblems({ scenario, stop }: Experiment): Problem[] {
  const end = endOf(stop, scenario.clock.h);
  if (end === null) return [];
  try {
    setterOf(scenario, ['clock.until'])([end]);
    return [];
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.problems.map((problem) => ({ ...problem, path: `stop: ${problem.path}` }));
  }
}

/** Everything that is wrong with an experiment whose parts are each legal. */
export function experimentProblems(experiment: Experiment): Problem[] {
  const found = [
    ...pathProblems(experiment),
    ...measureProblems(experiment),
    ...columnProblems(experiment),
    ...designProblems(experiment),
    ...stopProblems(experiment),
  ];
  return found.length > 0 ? found : valueProblems(experiment);
}
