import type { FigureOf } from './figure.ts';
import { figures as omissions } from './omissions.ts';
import { figures as s1 } from './s1.ts';
import { figures as s3 } from './s3.ts';
import { figures as s4 } from './s4.ts';
import { figures as s5 } from './s5.ts';

export type { Figure, FigureOf } from './figure.ts';

/** The articles' figures that can be computed, and those of what they leave out. */
export const figures: readonly FigureOf[] = [...s1, ...s3, ...s4, ...s5, ...omissions];
