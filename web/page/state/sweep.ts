import { signal } from '@preact/signals';
import { flags } from '../flags.ts';

/** Is the panel shown in which parameters are swept? An address with ?sweep= opens it. All else comes with the panel (sweep/). */
export const isSweepOpen = signal(
  typeof location !== 'undefined' && !flags.embed && new URLSearchParams(location.search).has('sweep'),
);

export function toggleSweep(): void {
  isSweepOpen.value = !isSweepOpen.value && !flags.embed;
}
