import { describe, expect, test } from 'vitest';
import { evenMesh } from '../../../../src/theory/direct/mesh.ts';
import { readProblem } from '../../../../src/theory/direct/problem.ts';
import { maximise } from '../../../../src/theory/direct/stagewiseNewton.ts';
import { type Controls, Transcription } from '../../../../src/theory/direct/transcription.ts';
import { MIXED } from './market.ts';

const CELLS = 12;

/** Controls away from borders and from the optimum, in every tier in turn. */
function someControls(tiers: number): Controls {
  const tier = Int32Array.from({ length: CELLS }, (_, k) => k % tiers);
  return { tier, u: Float64Array.from(tier, (j, k) => j + 0.25 + 0.04 * ((k * 7) % 12)) };
}

describe('derivatives of the transcription', () => {
  test.each(MIXED)('the adjoint gradient agrees with differences of ln K: %s', (_, input) => {
    const problem = new Transcription(readProblem(input), evenMesh(input.horizon, CELLS), 0.1);
    const controls = someControls(problem.tiers);
    const { adjoint, path, controls: same } = maximise(problem, controls, { iterations: 0 });
    const end = (u: Float64Array): number => problem.follow({ u, tier: same.tier }).L[CELLS]!;
    const d = 1e-5;
    for (let k = 0; k < CELLS; k++) {
      const { L, T } = problem.expand(k, path.L[k]!, path.T[k]!, same.u[k]!, same.tier[k]!);
      const exact = adjoint.L[k + 1]! * L.u + adjoint.T[k + 1]! * T.u;
      const moved = (by: number): Float64Array => same.u.map((u, i) => (i === k ? u + by : u));
      const difference = (end(moved(d)) - end(moved(-d))) / (2 * d);
      // d²/6 of the third derivative, and the rounding of ln K over d.
      expect(Math.abs(exact - difference)).toBeLessThan(1e-7 * (1 + Math.abs(exact)));
    }
  });

  test.each(MIXED)('second derivatives of a cell agree with differences of first ones: %s', (_, input) => {
    const problem = new Transcription(readProblem(input), evenMesh(input.horizon, CELLS), 0.1);
    const { u, tier } = someControls(problem.tiers);
    const path = problem.follow({ u, tier });
    for (let k = 0; k < CELLS; k++) {
      const at = (dL: number, dT: number, du: number) =>
        problem.expand(k, path.L[k]! + dL, path.T[k]! + dT, u[k]! + du, tier[k]!);
      const here = at(0, 0, 0);
      const d = 1e-5;
      for (const out of ['L', 'T'] as const) {
        const slope = (i: 0 | 1 | 2, of: 'x' | 'y' | 'u'): number => {
          const step = [0, 0, 0].map((_, j) => (i === j ? d : 0)) as [number, number, number];
          const back = step.map((x) => -x) as [number, number, number];
          return (at(...step)[out][of] - at(...back)[out][of]) / (2 * d);
        };
        const pairs = [
          [here[out].xx, slope(0, 'x')],
          [here[out].xy, slope(1, 'x')],
          [here[out].xu, slope(2, 'x')],
          [here[out].yy, slope(1, 'y')],
          [here[out].yu, slope(2, 'y')],
          [here[out].uu, slope(2, 'u')],
        ];
        for (const [exact, difference] of pairs)
          expect(Math.abs(exact! - difference!)).toBeLessThan(1e-6 * (1 + Math.abs(exact!)));
      }
    }
  });
});
