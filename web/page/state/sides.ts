import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { economiesOf } from '../../../src/scenario/index.ts';
import type { EconomySpec, Scenario, Units } from '../../../src/scenario/types.ts';
import { type Shades, shadesOf } from '../../render/marks.ts';
import type { BenchmarkNow, HoverInfo, Layout, SideIndex, Summary } from '../../shared/protocol.ts';
import { scenarios } from './beside.ts';
import { chosen } from './scenario.ts';
import { stable } from './stable.ts';

/** One of two places for a run: what runs there, and what is known of it. A run alone is in the first. */
export class SideState {
  readonly index: SideIndex;
  readonly scenario: ReadonlySignal<Scenario>;
  /** Words for axes and readouts. */
  readonly units: ReadonlySignal<Units>;
  /** The economies that run: the base first, then the variants. */
  readonly economies: ReadonlySignal<EconomySpec[]>;
  /** The shades that tell apart economies which share a rule, as the renderers draw them. */
  readonly shades: ReadonlySignal<Shades>;
  /** What the worker last said, at most 30 times a second. */
  readonly summary = signal<Summary | null>(null);
  /** What the base economy is compared with, without the numbers that change while it runs. */
  readonly benchmarks: ReadonlySignal<Omit<BenchmarkNow, 'K'>[]>;
  /** Where the panels are; null until the figure is measured. */
  readonly layout = signal<Layout | null>(null);
  /** What is under the pointer. */
  readonly hovered = signal<HoverInfo | null>(null);

  constructor(index: SideIndex) {
    this.index = index;
    this.scenario = computed(() => scenarios.value[index] ?? scenarios.value[0]);
    this.units = stable(() => this.scenario.value.units);
    this.economies = computed(() => economiesOf(this.scenario.value));
    this.shades = computed(() =>
      shadesOf(
        this.economies.value.flatMap(({ groups }, economy) =>
          groups.map(({ rule }) => ({ rule: rule.type, economy })),
        ),
      ),
    );
    this.benchmarks = stable(() => (this.summary.value?.benchmarks ?? []).map(({ K: _, ...fixed }) => fixed));
  }
}

export const sides: readonly [SideState, SideState] = [new SideState(0), new SideState(1)];

/** The one that controls and tables are about. */
export const chosenSide = computed(() => sides[chosen.value]);

/** Those that are shown. */
export const shownSides = computed<readonly SideState[]>(() => sides.slice(0, scenarios.value.length));
