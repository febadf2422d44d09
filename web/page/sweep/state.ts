import { computed, signal } from '@preact/signals';
import { applySet, haveSameRun, type Problem, ScenarioError } from '../../../src/scenario/index.ts';
import type { NumberRow } from '../../../src/scenario/parameters.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import { valueText } from '../../../src/scenario/words.ts';
import { type SweepParameter, sweepParameters } from '../../shared/sweep/parameters.ts';
import type { SweepMeasure, SweepPlan, SweepRegimes } from '../../shared/sweep/protocol.ts';
import type { Look, SweepResults } from '../../shared/sweep/results.ts';
import { type SweepSetup, setupIn, setupText } from '../../shared/sweep/setup.ts';
import { economySummary, notice } from '../state/run.ts';
import { scenario } from '../state/scenario.ts';
import { type Cell, cellsOf, lookOf } from './cells.ts';
import { defaultSetup } from './defaults.ts';
import type { Subject } from './words.ts';

/** A sweep that was begun, and what has come of it. `results` fills in; `news` counts how often it has. */
export interface Shown {
  readonly setup: SweepSetup;
  readonly scenario: Scenario;
  readonly plan: SweepPlan;
  /** Of the scenario. */
  readonly parameters: readonly SweepParameter[];
  readonly results: SweepResults;
}

export type Phase = 'idle' | 'running' | 'paused' | 'done';

export interface Progress {
  phase: Phase;
  done: number;
  failed: number;
  /** Runs a second of late, and milliseconds left; null before that can be told. */
  rate: number | null;
  left: number | null;
}

const nothing: Progress = { phase: 'idle', done: 0, failed: 0, rate: null, left: null };

export const shown = signal<Shown | null>(null);
export const news = signal(0);
export const progress = signal<Progress>(nothing);

/** Why sweeping went wrong as a whole; null where it did not. */
export const trouble = signal<string | null>(null);

/** What is offered to be looked at; null until the worker has said. */
export const offered = signal<{ measures: SweepMeasure[]; classifications: SweepRegimes[] } | null>(null);

/** What is to be said of the setup: its problems, or how many runs it means and how long (in milliseconds) one takes on one worker. */
export interface Verdict {
  problems: readonly Problem[];
  runs: number | null;
  each: number | null;
}
export const verdict = signal<Verdict | null>(null);

export const parameters = computed<SweepParameter[]>(() => sweepParameters(scenario.value));

function blowsUp(): boolean {
  const base = economySummary(0);
  const t = base?.blowUpTime ?? base?.projectedBlowUp ?? base?.optimumBlowUp ?? null;
  return t !== null && t <= scenario.value.clock.until;
}

/** Which part of a setup the scenario does not have. */
function misfitOf({ x, y, economy }: SweepSetup): Problem | null {
  const has = (path: string) => parameters.value.some((parameter) => parameter.path === path);
  const allowed = 'a numeric parameter of this scenario';
  if (!has(x.path)) return { path: 'sweep.x', got: valueText(x.path), allowed };
  if (y && !has(y.path)) return { path: 'sweep.y', got: valueText(y.path), allowed };
  const names = ['base', ...scenario.value.variants.map(({ name }) => name)];
  return names.includes(economy)
    ? null
    : { path: 'sweep.economy', got: valueText(economy), allowed: names.join(', ') };
}

/** The setup that the address asks for; a bad one is explained, and the usual one taken. */
function setupAsked(): SweepSetup {
  const text = new URLSearchParams(location.search).get('sweep');
  try {
    if (text !== null && text !== '') {
      const asked = setupIn(text);
      const misfit = misfitOf(asked);
      if (misfit) throw new ScenarioError([misfit]);
      return asked;
    }
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    notice.value = {
      kind: 'error',
      title: 'This link’s sweep could not be opened, so you see another one.',
      lines: error.problems.map(({ path, got, allowed }) => `${path}: got ${got}; allowed: ${allowed}`),
    };
  }
  return defaultSetup(scenario.value, blowsUp());
}

export const setup = signal<SweepSetup>(setupAsked());

/** Parameters, economies and measures come and go with the scenario: a setup that names what is gone gives way to the usual one. */
export function fitSetup(): void {
  const misfit = misfitOf(setup.value);
  if (misfit?.path === 'sweep.economy') setup.value = { ...setup.value, economy: 'base' };
  else if (misfit) setup.value = defaultSetup(scenario.value, blowsUp());
}

/** Cells to be made, whatever is looked at in them. */
const grid = ({ x, y, seeds }: SweepSetup): string => setupText({ x, y, seeds, measure: '', economy: '' });

/** Does the shown sweep belong to what the scenario is now, but for the values that it varies? */
export const isStale = computed<boolean>(() => {
  const of = shown.value;
  if (!of) return false;
  return !isOf(of, scenario.value);
});

function isOf({ setup: { x, y }, scenario: before }: Shown, now: Scenario): boolean {
  if (haveSameRun(before, now)) return true;
  try {
    const same = [x, ...(y ? [y] : [])].reduce(
      (moved, { path, from }) => [applySet(moved[0], path, from), applySet(moved[1], path, from)] as const,
      [before, now] as const,
    );
    return haveSameRun(...same);
  } catch (error) {
    if (error instanceof ScenarioError) return false;
    throw error;
  }
}

/** Would starting now make the very cells that are shown? */
export const isSame = computed<boolean>(() => {
  const of = shown.value;
  if (!of || isStale.value || grid(of.setup) !== grid(setup.value)) return false;
  return lookOf(of.plan, setup.value.measure, setup.value.economy) !== null;
});

/** What is looked at: what the setup says, where the sweep keeps it; else what it was begun for. */
export const looked = computed<{ measure: string; economy: string; look: Look } | null>(() => {
  const of = shown.value;
  if (!of) return null;
  for (const { measure, economy } of [setup.value, of.setup]) {
    const look = lookOf(of.plan, measure, economy);
    if (look) return { measure, economy, look };
  }
  return null;
});

export const cells = computed<Cell[]>(() => {
  void news.value; // runs are added in place
  const [of, at] = [shown.value, looked.value];
  return of && at ? cellsOf(of.plan, of.results, at.look) : [];
});

/** What is looked at, in words. */
export const subject = computed<(Subject & { meaning: string; classification: SweepRegimes | null }) | null>(
  () => {
    const [of, at] = [shown.value, looked.value];
    if (!of || !at) return null;
    const { economy, measure, regimes } = at.look;
    const classification = of.plan.economies[economy].classifications[regimes] ?? null;
    if (classification) {
      const labels = classification.regimes.map(({ label }) => label);
      return { label: classification.title, unit: '', regimes: labels, meaning: '', classification };
    }
    const { label, unit, meaning } = of.plan.measures[measure];
    return { label, unit, meaning, regimes: [], classification: null };
  },
);

/** Values of a cell's parameters. */
export function valuesAt(
  { plan: { xs, ys } }: Shown,
  cell: number,
): { i: number; j: number; x: number; y: number | null } {
  const rows = ys?.length ?? 1;
  const [i, j] = [Math.floor(cell / rows), cell % rows];
  return { i, j, x: xs[i], y: ys?.[j] ?? null };
}

/** The row of a swept parameter, of the scenario it was swept in. */
export const rowAt = ({ parameters: all }: Shown, path: string): NumberRow =>
  (all.find((parameter) => parameter.path === path) as SweepParameter).row;

export function forget(): void {
  shown.value = null;
  progress.value = nothing;
  trouble.value = null;
}
