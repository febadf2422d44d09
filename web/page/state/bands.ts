import { signal } from '@preact/signals';
import type { Bands } from '../../shared/protocol.ts';

/** Numbers of seeds on offer. */
export const seedCounts: readonly number[] = [20, 40, 100];

export const seedCount = signal(40);

/** Does the reader want to see what other seeds do? */
export const wantsBands = signal(false);

/** What they do, as far as it is known; null: nothing yet, or nothing is asked. */
export const bands = signal<Bands | null>(null);

/** How far the ensemble has got; null while there is none. */
export const ensemble = signal<{ done: number; isDone: boolean; isWithoutLuck: boolean } | null>(null);
