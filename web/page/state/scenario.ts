import { batch, computed, signal } from '@preact/signals';
import {
  applySet,
  economiesOf,
  type Problem,
  preset,
  presets,
  ScenarioError,
} from '../../../src/scenario/index.ts';
import type { EconomySpec, Scenario } from '../../../src/scenario/types.ts';
import type { SideIndex } from '../../shared/protocol.ts';
import { stable } from './stable.ts';

/** The preset a first visit starts with: hundreds of labs that believe different things. */
export const firstPreset: string = presets.some(({ name }) => name === 'wrong-beliefs')
  ? 'wrong-beliefs'
  : presets[0].name;

/** What runs. Always legal: a change that is not never gets here. */
export const scenario = signal<Scenario>(preset(firstPreset));

/** What it was before the reader changed it: the preset or the file. Changed values are marked against it. */
export const baseline = signal<Scenario>(scenario.value);

/** A scenario that is open, and what it was before the reader changed it. */
export interface Opened {
  readonly scenario: Scenario;
  readonly baseline: Scenario;
}

/** The scenario beside this one, of two that are compared; null where one runs alone. See beside.ts. */
export const other = signal<Opened | null>(null);

/** Which of two sides `scenario` is. */
export const chosen = signal<SideIndex>(0);

/** The same scenario with other luck. */
export const withSeed = (of: Scenario, seed: number): Scenario => (of.seed === seed ? of : { ...of, seed });

/** Words for axes and readouts. */
export const units = stable(() => scenario.value.units);

/** The economies that run: the base first, then the variants. */
export const economies = computed<EconomySpec[]>(() => economiesOf(scenario.value));

/** Has anything been changed since the preset or file was opened? */
export const isChanged = computed(() => JSON.stringify(scenario.value) !== JSON.stringify(baseline.value));

/** The preset the scenario comes from, or null. */
export const presetName = computed<string | null>(() =>
  presets.some(({ name }) => name === baseline.value.name) ? baseline.value.name : null,
);

/** Opens a legal scenario; changes will be marked against it, or against `from`. The second of two takes the first's seed. */
export function open(next: Scenario, from: Scenario = next): void {
  const { seed } = other.value && chosen.value === 1 ? scenario.value : next;
  batch(() => {
    baseline.value = seed === next.seed ? from : withSeed(from, seed);
    scenario.value = withSeed(next, seed);
  });
}

/** What a scenario from a link is marked against: the preset whose name it carries. */
const originOf = (of: Scenario): Scenario =>
  presets.some(({ name }) => name === of.name) ? preset(of.name) : of;

/** Opens a link's scenario, or its two, the first chosen. */
export function openLinked(next: Scenario, beside: Scenario | null = null): void {
  batch(() => {
    chosen.value = 0;
    other.value = beside && {
      scenario: beside,
      baseline: withSeed(originOf(beside), next.seed),
    };
    open(next, originOf(next));
  });
}

export function openPreset(name: string): void {
  open(preset(name));
}

export function undoChanges(): void {
  scenario.value = baseline.value;
}

/** The problems of a ScenarioError; any other error is thrown on. */
export function problemsIn(error: unknown): readonly Problem[] {
  if (error instanceof ScenarioError) return error.problems;
  throw error;
}

/** The value at a path such as `groups.0.rule.q`; undefined where there is none. */
export function valueAt(of: Scenario, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], of);
}

/** Another seed, the same for nobody: 32 random bits are short enough to read out. */
export function newSeed(): void {
  scenario.value = applySet(scenario.value, 'seed', crypto.getRandomValues(new Uint32Array(1))[0]);
}
