import { loadCore } from '../../core/loadNode.ts';
import { Simulation } from '../../core/simulation.ts';
import { type PlannerOptimum, plannerOptimum, pooledStartOf } from '../../measure/index.ts';
import { type Assignment, applyAll, refusal } from '../../scenario/index.ts';
import { print, printJson, shown, table, wrap } from '../output.ts';
import { readScenario } from '../source.ts';

export interface ScenarioOptions {
  scenario: string;
  economy: string;
  horizon: number;
  cells?: number;
  set?: Assignment[];
  json?: boolean;
}

/** Rows of the path shown to people; JSON has all of it. */
const SHOWN = 12;

/** `turnpike optimum --scenario …`: the best that one planner could do with a scenario's economy. */
export async function printScenarioOptimum(options: ScenarioOptions): Promise<void> {
  const { horizon, economy: name, cells, set = [] } = options;
  const given = await readScenario(options.scenario);
  const scenario = set.length === 0 ? given : applyAll(given, set);
  const { economies } = new Simulation(await loadCore(), scenario);
  const economy = economies.find((candidate) => candidate.name === name);
  if (!economy) {
    const names = economies.map((candidate) => candidate.name).join(', ');
    throw refusal('--economy', JSON.stringify(name), `one of ${names}`);
  }
  const start = pooledStartOf(economy);
  const optimum = plannerOptimum(economy.spec, start, horizon, cells === undefined ? {} : { cells });
  const asked = { scenario: scenario.name, economy: name, horizon };
  if ('reason' in optimum) {
    if (options.json) return printJson({ ...asked, K: null, reason: optimum.reason });
    return print(`no optimum to show: ${optimum.reason}`);
  }
  if (!options.json) return print(textOf(optimum, horizon));
  const { path, ...rest } = optimum;
  const { t, K, T, q } = path;
  printJson({ ...asked, ...rest, path: { t: [...t], K: [...K], T: [...T], q: [...q] } });
}

function textOf(optimum: PlannerOptimum, horizon: number): string {
  const { path, K, how, residual, defect, error, included, leftOut, whyNoBound } = optimum;
  const list = (head: string, words: readonly string[]): string =>
    words.length === 0 ? '' : `${head}\n${words.map((word) => wrap(`- ${word}`, '  ')).join('\n')}\n`;
  const bound =
    whyNoBound === null
      ? 'no labs of this economy can have more'
      : wrap(`not a bound for the labs of this economy: ${whyNoBound}`);
  const precision = optimum.isClosedForm
    ? `the path's ln K differs from the closed form by ${shown(error, 2)}`
    : `error of ln K about ${shown(error, 2)}; projected gradient ${shown(residual, 2)}; defect of Pontryagin's condition ${shown(defect, 2)}`;
  const last = path.t.length - 1;
  const rows = Array.from({ length: SHOWN + 1 }, (_, i) => nearest(path.t, (horizon * i) / SHOWN, last));
  const cells = [...new Set(rows)].map((i) => [
    shown(path.t[i], 6),
    shown(path.K[i]),
    shown(path.T[i]),
    shown(path.q[i], 4),
  ]);
  return [
    `K  ${shown(K, 10)}   at t = ${shown(horizon)}: the most that one planner with all chips and training can have`,
    wrap(how),
    wrap(precision),
    bound,
    '',
    `${list('with', included)}${list('left out', leftOut)}`,
    table(['t', 'K', 'T', 'q'], cells),
  ].join('\n');
}

/** The first point at or after a time. */
function nearest(times: Float64Array, wanted: number, last: number): number {
  const found = times.findIndex((t) => t >= wanted * (1 - 1e-12));
  return found < 0 ? last : found;
}
