import { computed, signal } from '@preact/signals';
import {
  applySet,
  applyVariant,
  type Problem,
  parseScenario,
  renameGroup,
} from '../../../src/scenario/index.ts';
import type { Scenario, Variant } from '../../../src/scenario/types.ts';
import { clock } from './beside.ts';
import { summary } from './run.ts';
import { baseline, problemsIn, scenario, valueAt } from './scenario.ts';

/** Which economy the controls show and change: the base, or one of the variants. */

const chosen = signal<string | null>(null);

const indexOf = (name: string | null): number => scenario.value.variants.findIndex((v) => v.name === name);

/** The variant that the controls change; null for the base, and once the variant is gone. */
export const editedVariant = computed<Variant | null>(
  () => scenario.value.variants[indexOf(chosen.value)] ?? null,
);

export function edit(name: string | null): void {
  chosen.value = name;
}

/** The scenario as the edited economy sees it. */
export const edited = computed<Scenario>(() =>
  editedVariant.value ? applyVariant(scenario.value, editedVariant.value) : scenario.value,
);

/** What changed values are marked against: what was opened; for a variant, the base beside it. */
export const unedited = computed<Scenario>(() => (editedVariant.value ? scenario.value : baseline.value));

/** Replaces the edited variant, or removes it. Problems are those of the whole scenario; then nothing has changed. */
function replace(next: Variant | null): readonly Problem[] {
  const at = indexOf(chosen.value);
  try {
    const variants = scenario.value.variants.flatMap((variant, i) =>
      i !== at ? [variant] : next ? [next] : [],
    );
    scenario.value = parseScenario({ ...scenario.value, variants });
    return [];
  } catch (error) {
    return problemsIn(error);
  }
}

/** Changes one value of the edited economy. What is wrong with it, if anything: then nothing has changed. */
export function change(path: string, value: unknown): readonly Problem[] {
  const variant = editedVariant.value;
  if (!variant) {
    try {
      const named = /^groups\.(\d+)\.name$/.exec(path);
      scenario.value = named
        ? renameGroup(scenario.value, Number(named[1]), value as string)
        : applySet(scenario.value, path, value);
      return [];
    } catch (error) {
      return problemsIn(error);
    }
  }
  // Later changes win, so the new one goes last; what goes back to the base's value is no change at all.
  const { [path]: _, ...others } = variant.set;
  const isBack =
    JSON.stringify(valueAt(scenario.value, path)) === JSON.stringify(value) &&
    JSON.stringify(valueAt(applyVariant(scenario.value, { ...variant, set: others }), path)) ===
      JSON.stringify(value);
  return replace({ ...variant, set: isBack ? others : { ...others, [path]: value } });
}

export function removeEdited(): void {
  replace(null);
  chosen.value = null;
}

/** A name that no variant has yet: 'fork', 'fork 2' … */
function freshName(): string {
  const taken = new Set(scenario.value.variants.map(({ name }) => name));
  for (let n = 1; ; n++) {
    const name = n === 1 ? 'fork' : `fork ${n}`;
    if (!taken.has(name)) return name;
  }
}

/** Time of the base now, or null before the first summary. */
const baseTime = computed<number | null>(() => summary.value?.economies[0]?.t ?? null);

/** May a fork begin here? Not at the end of the run. */
export const canFork = computed<boolean>(() => {
  const t = baseTime.value;
  return t !== null && t < scenario.value.clock.until && summary.value?.economies[0]?.status === 'running';
});

/** From here on there are two futures: the base's, and one that the controls now change. At t = 0 it is a variant. */
export function forkHere(): readonly Problem[] {
  const from = baseTime.value;
  if (from === null || !canFork.value) return [];
  const name = freshName();
  try {
    scenario.value = parseScenario({
      ...scenario.value,
      variants: [...scenario.value.variants, { name, from, set: {} }],
    });
    chosen.value = name;
    return [];
  } catch (error) {
    return problemsIn(error);
  }
}

/** Where a changed scenario is shown from: a fork at its beginning, anything else at t = 0. In steps of the clock. */
export function beginning(): number {
  const variant = editedVariant.value;
  return variant ? Math.ceil(variant.from / clock.value.h - 1e-6) : 0;
}
