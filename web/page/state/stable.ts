import { computed, type ReadonlySignal } from '@preact/signals';

/**
 * A signal that keeps its object while a new one says the same. Every change makes a whole new scenario; what reads a part
 * of it through this is drawn anew only when that part differs.
 */
export function stable<T>(read: () => T): ReadonlySignal<T> {
  let last: { value: T; text: string } | null = null;
  return computed(() => {
    const value = read();
    const text = JSON.stringify(value);
    if (last?.text !== text) last = { value, text };
    return last.value;
  });
}
