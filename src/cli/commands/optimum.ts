import type { Command } from 'commander';
import { refusal } from '../../scenario/errors.ts';
import { minimalTimePlan, optimalPlan, type Plan } from '../../theory/index.ts';
import { addStart, numberOf, type StartOptions, startOf } from '../options.ts';
import { print, printJson, shown, table } from '../output.ts';

interface Options extends StartOptions {
  horizon?: number;
  target?: number;
  blowup?: boolean;
  json?: boolean;
}

/** The plan asked for: most chips at a horizon, or the least time to a level, or to blow-up. */
function planOf(options: Options): { plan: Plan; answer: { K: number | null } | { time: number } } {
  const start = startOf(options);
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
  addStart(program.command('optimum'))
    .description(
      'the best any control can do: most chips at a time, or the least time to a level or to blow-up',
    )
    .option('--horizon <t>', 'most chips at this time (years when a is per year)', numberOf('--horizon'))
    .option('--target <K>', 'least time to this many chips', numberOf('--target'))
    .option('--blowup', 'least time to blow-up')
    .option('--json', 'as JSON: K or time, case, arcs; K is null from the blow-up on')
    .addHelpText(
      'after',
      `
Examples (Figure 1's start; its q = ½ blows up at π, the optimum at 3):
  turnpike optimum --K0 1 --T0 1 --c 1 --blowup
  turnpike optimum --K0 1 --T0 1 --c 1 --horizon 2.5
  turnpike optimum --K0 1 --T0 1 --c 1 --target 1000 --json`,
    )
    .action((options: Options) => {
      const { plan, answer } = planOf(options);
      if (!options.json) return print(textOf({ plan, answer }));
      const arcs = plan.arcs.map(({ control, q, start, end }) => ({ start, end, control, q }));
      const horizon = Number.isFinite(plan.horizon) ? plan.horizon : null;
      printJson({ ...answer, case: plan.case, arcs, horizon, blowUpTime: plan.blowUpTime, from: plan.from });
    });
}
