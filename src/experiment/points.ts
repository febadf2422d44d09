import {
  independentPoints,
  latinHypercube,
  morrisDesign,
  saltelliBlock,
  saltelliDesign,
  sobolPoints,
} from './designs/index.ts';
import { isListed, isSampled, levelsOf, valueAt } from './levels.ts';
import type { Design, Experiment, FactorValue } from './types.ts';

/** Points of a design over d sampled factors, before they are crossed with the lists; 1 for a grid. */
export function designSize(design: Design, d: number): number {
  switch (design.type) {
    case 'grid':
      return 1;
    case 'saltelli':
      return design.n * saltelliBlock(d, design);
    case 'morris':
      return design.n * (d + 1);
    default:
      return design.n;
  }
}

/** The points of a design in the open unit cube, one a row. A grid has one, without coordinates. */
export function designPoints(design: Design, d: number): Float64Array[] {
  switch (design.type) {
    case 'grid':
      return [new Float64Array(0)];
    case 'random':
      return independentPoints(design.n, d, design.seed);
    case 'latinHypercube':
      return latinHypercube(design.n, d, design.seed);
    case 'sobol':
      return sobolPoints(design.n, d, design.skip);
    case 'saltelli':
      return saltelliDesign(design.n, d, design);
    case 'morris':
      return morrisDesign(design.n, d, design.levels, design.seed);
  }
}

/** Where an experiment looks: every point of its design, and there every combination of its lists and ranges. */
export interface Points {
  readonly count: number;
  /** Value of each factor, in their order. */
  values(point: number): FactorValue[];
}

/** Rows in one piece: a million small arrays would take more memory for themselves than for what is in them. */
function packed(rows: readonly Float64Array[], d: number): { count: number; values: Float64Array } {
  const values = new Float64Array(rows.length * d);
  rows.forEach((row, i) => {
    values.set(row, i * d);
  });
  return { count: rows.length, values };
}

/** Points are numbered design first: those that differ in the last list or range only stand side by side. */
export function pointsOf({ factors, design }: Pick<Experiment, 'factors' | 'design'>): Points {
  const sampled = factors.filter(isSampled).map(valueAt);
  const d = sampled.length;
  const rows = packed(designPoints(design, d), d);
  const listed = factors.filter(isListed).map(levelsOf);
  const combinations = listed.reduce((product, levels) => product * levels.length, 1);
  return {
    count: rows.count * combinations,
    values(point) {
      const at = Math.floor(point / combinations) * d;
      let rest = point % combinations;
      const levels = new Array<FactorValue>(listed.length);
      for (let i = listed.length - 1; i >= 0; i--) {
        levels[i] = listed[i][rest % listed[i].length];
        rest = Math.floor(rest / listed[i].length);
      }
      let nextSampled = 0;
      let nextListed = 0;
      return factors.map((factor) => {
        if (isListed(factor)) return levels[nextListed++];
        const own = nextSampled++;
        return sampled[own](rows.values[at + own]);
      });
    },
  };
}
