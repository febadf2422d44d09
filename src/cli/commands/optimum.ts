import type { Command } from 'commander';
import { type Assignment, refusal } from '../../scenario/index.ts';
import { minimalTimePlan, optimalPlan, type Plan } from '../../theory/index.ts';
import { addStart, assignments, integerOf, numberOf, type StartOptions, startOf } from '../options.ts';
import { print, printJson, shown, table } from '../output.ts';
import { printScenarioOptimum, type ScenarioOptions } from './scenarioOptimum.ts';

interface Options extends Partial<StartOptions> {
  scenario?: string;
  economy?: string;
  set?: Assignment[];
  cells?: number;
  horizon?: number;
  target?: number;
  blowup?: boolean;
  json?: boolean;
}

/** The plan asked for: most chips at a horizon, or the least time to a level, or to blow-up. */
function planOf(options: Options): { plan: Plan; answer: { K: number | null } | { time: number } } {
  const start = startIn(options);
  const given = [options.horizon, options.target, options.blowup].filter((value) => value !== undefined);
  if (given.length !== 1) {
    const got = given.length === 0 ? 'none of them' : `${given.length} of them`;
    throw refusal('--horizon, --target, --blowup', got, 'exactly one');
  }
  if (options.horizon !== undefined) {
    const plan = optimalPlan({ ...start, horizon: options.horizon });
    return { plan, answer: { K: Number.isFinite(plan.K) ? plan.K : null } };
  }
  const plan = minimalTimePlan({ ...start, target: options.target ?? Number.POSITIVE_INFINITY });
  return { plan, answer: { time: plan.time } };
}

const needed = ['K0', 'T0', 'c'] as const;
const ofStart = [...needed, 'a', 'b', 'target', 'blowup'] as const;
const ofScenario = ['economy', 'set', 'cells'] as const;

function refuse(options: Options, names: readonly (keyof Options)[], allowed: string): void {
  for (const name of names) if (options[name] !== undefined) throw refusal(`--${name}`, 'a value', allowed);
}

/** The start that the closed forms need. */
function startIn(options: Options): Required<StartOptions> {
  refuse(options, ofScenario, 'only with --scenario');
  for (const name of needed)
    if (options[name] === undefined) throw refusal(`--${name}`, 'nothing', 'a number, or --scenario');
  return startOf(options as StartOptions);
}

function scenarioIn({ scenario = '', economy = 'base', ...options }: Options): ScenarioOptions {
  refuse(options, ofStart, 'only without --scenario');
  const { horizon } = options;
  if (horizon === undefined) throw refusal('--horizon', 'nothing', 'a number above 0');
  return { ...options, scenario, economy, horizon };
}

const caseWords: Record<Plan['case'], string> = {
  A0: 'chips abundant, short horizon: serve only',
  A1: 'chips abundant: train, then serve',
  A2: 'chips abundant (or on the curve): train up to the turnpike, ride it, serve at the end',
  B0: 'training abundant, short horizon: serve only',
  B2: 'training abundant: serve up to the turnpike, ride it, serve at the end',
  blowup: 'up to the blow-up: reach the turnpike, then ride it for ever',
};

function textOf({ plan, answer }: ReturnType<typeof planOf>): string {
  const head =
    'time' in answer
      ? `time  ${shown(answer.time, 12)}   to ${plan.case === 'blowup' ? 'blow-up' : `K = ${shown(plan.K)}`}`
      : `K  ${shown(answer.K ?? Number.POSITIVE_INFINITY, 12)}   at t = ${shown(plan.horizon)}`;
  const arcs = plan.arcs.map(({ control, q, start, end }) => [
    { train: 'train only', turnpike: 'turnpike', grow: 'serve only' }[control],
    shown(q),
    shown(start, 10),
    shown(end, 10),
  ]);
  const body =
    arcs.length === 0 ? 'no arcs: it is there already\n' : table(['control', 'q', 'start', 'end'], arcs);
  return `${head}\ncase ${plan.case}: ${caseWords[plan.case]}\nthe optimum's blow-up: t* = ${shown(plan.blowUpTime, 12)}\n\n${body}`;
}

export function addOptimum(program: Command): void {
  addStart(program.command('optimum'), false)
    .description(
      'the best any control can do: most chips at a time, or the least time to a level or to blow-up',
    )
    .option(
      '--scenario <source>',
      'a preset, a JSON file, a link, or - for stdin: its planner, with --horizon',
    )
    .option('--economy <name>', 'which economy of the scenario: base (the default) or a variant')
    .option(
      '--set <path=value>',
      'change a parameter of the scenario (may be repeated); see turnpike parameters',
      assignments,
    )
    .option('--cells <n>', 'cells of a computed path before refinement (64)', integerOf('--cells', 8, 1000))
    .option('--horizon <t>', 'most chips at this time (years when a is per year)', numberOf('--horizon'))
    .option('--target <K>', 'least time to this many chips', numberOf('--target'))
    .option('--blowup', 'least time to blow-up')
    .option(
      '--json',
      'as JSON: K or time, case, arcs (K is null from the blow-up on); of a scenario K, path, how, residual, defect, error',
    )
    .addHelpText(
      'after',
      `
Examples (Figure 1's start; its q = ½ blows up at π, the optimum at 3):
  turnpike optimum --K0 1 --T0 1 --c 1 --blowup
  turnpike optimum --K0 1 --T0 1 --c 1 --horizon 2.5
  turnpike optimum --K0 1 --T0 1 --c 1 --target 1000 --json

With --scenario every mechanism of the scenario that a planner has is on. Where no closed form exists the path is
computed, and the residual and the error of ln K are printed:
  turnpike optimum --scenario glut --horizon 6
  turnpike optimum --scenario figure-1 --set economy.delta=0.1 --set economy.F=20 --horizon 3 --json`,
    )
    .action(async (options: Options) => {
      if (options.scenario !== undefined) return printScenarioOptimum(scenarioIn(options));
      const { plan, answer } = planOf(options);
      if (!options.json) return print(textOf({ plan, answer }));
      const arcs = plan.arcs.map(({ control, q, start, end }) => ({ start, end, control, q }));
      const horizon = Number.isFinite(plan.horizon) ? plan.horizon : null;
      printJson({ ...answer, case: plan.case, arcs, horizon, blowUpTime: plan.blowUpTime, from: plan.from });
    });
}
