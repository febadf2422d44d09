import { signal } from '@preact/signals';

/** Are the charts shown as a table too? */
export const isTableOpen = signal(false);

export function toggleTable(): void {
  isTableOpen.value = !isTableOpen.value;
}
