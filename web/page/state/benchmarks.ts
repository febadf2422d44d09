import { signal } from '@preact/signals';
import { HIDDEN_AT_FIRST } from '../../shared/benchmarks.ts';
import type { BenchmarkNow } from '../../shared/protocol.ts';
import { summary } from './run.ts';
import { stable } from './stable.ts';

/** Ids of the benchmarks that the reader does not want to see. */
export const hidden = signal<readonly string[]>(HIDDEN_AT_FIRST);

/** What the base economy is compared with, without the numbers that change while it runs. */
export const benchmarks = stable<Omit<BenchmarkNow, 'K'>[]>(() =>
  (summary.value?.benchmarks ?? []).map(({ K: _, ...fixed }) => fixed),
);

/** One benchmark as of now. */
export const benchmarkNow = (id: string): BenchmarkNow | undefined =>
  summary.value?.benchmarks.find((one) => one.id === id);

export const isHidden = (id: string): boolean => hidden.value.includes(id);

export function toggleBenchmark(id: string): void {
  hidden.value = isHidden(id) ? hidden.value.filter((one) => one !== id) : [...hidden.value, id];
}
