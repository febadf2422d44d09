import type { NumberRow } from '../../../src/scenario/parameters.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import { type SweepParameter, sweepParameters } from '../../shared/sweep/parameters.ts';
import type { SweepAxis, SweepSetup } from '../../shared/sweep/setup.ts';

/** What a sweep is before the reader has said anything. */

const stepsAlone = 41;
const stepsTogether = 21;

const rounded = (x: number): number => Number(x.toPrecision(3));

/** The stretch worth a slider; an end that is itself not allowed is left by one step. */
export function defaultAxis({ path, row }: SweepParameter, steps: number): SweepAxis {
  const [low, high] = row.slider;
  const isLog = row.scale === 'log' && low > 0;
  const step = (high - low) / steps;
  const from = row.minOpen && low <= row.min ? low + step : low;
  const to = row.maxOpen && high >= row.max ? high - step : high;
  const whole = (x: number) => (row.kind === 'integer' ? Math.round(x) : rounded(x));
  return {
    path,
    from: whole(from),
    to: whole(to),
    steps: stepsOf(row, from, to, steps),
    scale: isLog ? 'log' : 'linear',
  };
}

/** Of whole numbers there are only so many. */
const stepsOf = ({ kind }: NumberRow, from: number, to: number, steps: number): number =>
  kind === 'integer' ? Math.max(2, Math.min(steps, Math.round(to - from) + 1)) : steps;

/** The exponent, and what the first group goes by: its rule, or what it believes; where that has no number, how much training spills over. */
export function defaultSetup(scenario: Scenario, blowsUp: boolean): SweepSetup {
  const all = sweepParameters(scenario);
  const find = (path: string) => all.find((parameter) => parameter.path === path);
  const first = `groups.${scenario.groups[0].name}`;
  const own = all.find(
    ({ path, value }) =>
      value !== null && [`${first}.rule.`, `${first}.cHat`].some((at) => path.startsWith(at)),
  );
  const x = find('economy.c') ?? all[0];
  const y = own ?? find('economy.sigma') ?? null;
  return {
    x: defaultAxis(x, stepsTogether),
    y: y && defaultAxis(y, stepsTogether),
    measure: blowsUp ? 'blowUpTime' : 'K',
    economy: 'base',
    seeds: 1,
  };
}

/** The same setup with another parameter along an axis, over that one's own stretch. */
export function withParameter(
  setup: SweepSetup,
  axis: 'x' | 'y',
  parameter: SweepParameter | null,
): SweepSetup {
  const isAlone = axis === 'y' ? parameter === null : setup.y === null;
  const steps = isAlone ? stepsAlone : stepsTogether;
  if (axis === 'x') return parameter ? { ...setup, x: defaultAxis(parameter, steps) } : setup;
  const x = { ...setup.x };
  if (x.steps === stepsAlone || x.steps === stepsTogether) x.steps = steps;
  return { ...setup, x, y: parameter && defaultAxis(parameter, steps) };
}
