import { signal } from '@preact/signals';
import type { HoverInfo } from '../../shared/protocol.ts';

/** What is under the pointer, as the worker last told it. */
export const hovered = signal<HoverInfo | null>(null);
