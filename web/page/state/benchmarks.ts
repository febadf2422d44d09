import { computed, signal } from '@preact/signals';
import { HIDDEN_AT_FIRST } from '../../shared/benchmarks.ts';
import type { BenchmarkNow } from '../../shared/protocol.ts';
import { summary } from './run.ts';
import { chosenSide } from './sides.ts';

/** Ids of the benchmarks that the reader does not want to see. */
export const hidden = signal<readonly string[]>(HIDDEN_AT_FIRST);

/** What the chosen side's base economy is compared with. */
export const benchmarks = computed(() => chosenSide.value.benchmarks.value);

/** One benchmark as of now. */
export const benchmarkNow = (id: string): BenchmarkNow | undefined =>
  summary.value?.benchmarks.find((one) => one.id === id);

export const isHidden = (id: string): boolean => hidden.value.includes(id);

export function toggleBenchmark(id: string): void {
  hidden.value = isHidden(id) ? hidden.value.filter((one) => one !== id) : [...hidden.value, id];
}
