import { type Experiment, parseExperiment } from '../../../src/experiment/index.ts';
import { levelsOf } from '../../../src/experiment/levels.ts';
import { refusal, type Scenario, ScenarioError } from '../../../src/scenario/index.ts';
import { valueText } from '../../../src/scenario/words.ts';
import { economyNames, type SweepParameter, sweepParameters } from '../../shared/sweep/parameters.ts';
import { type SweepAxis, type SweepSetup, setupProblems } from '../../shared/sweep/setup.ts';
import { keptMeasures, measuresOf } from './measures.ts';

/** A range; of whole numbers those nearest to it, each once. */
function factorOf({ path, ...range }: SweepAxis, { row }: SweepParameter): object {
  if (row.kind === 'number') return { path, kind: 'range', ...range };
  const levels = levelsOf({ kind: 'range', ...range }) as readonly number[];
  return { path, kind: 'list', values: [...new Set(levels.map(Math.round))] };
}

/** The experiment that a setup means for a scenario: complete and legal. ScenarioError with everything that is wrong. */
export function experimentOf(setup: SweepSetup, scenario: Scenario): Experiment {
  const problems = setupProblems(setup);
  if (problems.length > 0) throw new ScenarioError(problems);
  const parameters = sweepParameters(scenario);
  const axes = setup.y ? { x: setup.x, y: setup.y } : { x: setup.x };
  const factors = Object.entries(axes).map(([at, axis]) => {
    const parameter = parameters.find(({ path }) => path === axis.path);
    if (!parameter) throw refusal(at, valueText(axis.path), 'a numeric parameter of this scenario');
    return factorOf(axis, parameter);
  });
  if (!economyNames(scenario).includes(setup.economy))
    throw refusal('economy', valueText(setup.economy), economyNames(scenario).join(', '));
  const { measures, classifications } = measuresOf(scenario);
  if (![...measures, ...classifications].some(({ id }) => id === setup.measure))
    throw refusal('measure', valueText(setup.measure), 'a measure of this scenario');
  return parseExperiment({
    name: 'sweep',
    title: `Sweep of ${factors.map((_, i) => Object.values(axes)[i].path).join(' and ')}`.slice(0, 120),
    scenario,
    factors,
    replications: { count: setup.seeds },
    measures: { summary: keptMeasures(setup.measure) },
  });
}
