import { beforeAll, describe, expect, it } from 'vitest';
import { beyond } from './reference.ts';
import { loadMath, type MathExports } from './wasm.ts';

// Neighbouring doubles must never come out in the wrong order. The walks run inside wasm; every start below is walked
// away from zero. Together they see more than 10^8 pairs.

let math: MathExports;
beforeAll(() => {
  math = loadMath();
});

let pairsSeen = 0;

function expectOrder(which: WebAssembly.Global, start: number, pairs: number): void {
  pairsSeen += pairs;
  const count = math.inversions(which.value, start, pairs, 0);
  const where = `from ${start}: ${count} inversions, the first at ${math.firstOffender.value}`;
  expect(count, where).toBe(0);
}

/** A walk that has the seam in its middle. */
function expectOrderAcross(which: WebAssembly.Global, seam: number, pairs: number): void {
  expectOrder(which, beyond(seam, -pairs / 2), pairs);
}

/** Starting points spread over [low, high), at unround places. */
function spread(low: number, high: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => low + ((high - low) * (i + 0.382)) / count);
}

describe('the walk itself', () => {
  it('counts every pair of a decreasing function and names the first', () => {
    const { POW_FUSED } = math;
    // x^-1000 near 1 changes by hundreds of ulp from one double to the next.
    expect(math.inversions(POW_FUSED.value, 1.1, 1000, -1000)).toBe(1000);
    expect(math.firstOffender.value).toBe(1.1);
    expect(math.inversions(POW_FUSED.value, 1.1, 1000, 1000)).toBe(0);
    expect(math.firstOffender.value).toBeNaN();
  });

  it('reports what is not ordered at all', () => {
    expect(math.inversions(math.LOG2.value, -1, 10, 0)).toBe(10);
  });
});

describe('exp2', () => {
  it('never decreases within its reduction interval, where r has all 53 bits and steps are finest', () => {
    for (const r of spread(0.02, 0.5, 12)) expectOrder(math.EXP2, r, 1_000_000);
    for (const r of spread(0.02, 0.5, 12)) expectOrder(math.EXP2, -r, 1_000_000);
    for (const r of [2 ** -56, 2 ** -53, 2 ** -40, 2 ** -27, 2 ** -10]) {
      expectOrder(math.EXP2, r, 400_000);
      expectOrder(math.EXP2, -r, 400_000);
    }
  });

  it('never decreases across half-integers, where the whole part steps', () => {
    for (let n = 0; n < 1023; n++) {
      const pairs = n < 3 ? 2_000_000 : 2000;
      expectOrderAcross(math.EXP2, n + 0.5, pairs);
      expectOrderAcross(math.EXP2, -(n + 0.5), pairs);
    }
  });

  it('never decreases across whole numbers, into overflow and down through the subnormals', () => {
    for (let n = 1; n <= 1024; n++) expectOrderAcross(math.EXP2, n, 2000);
    for (let n = 1; n <= 1076; n++) expectOrderAcross(math.EXP2, -n, 2000);
    for (const x of spread(-1076, -1021, 40)) expectOrder(math.EXP2, x, 20_000);
  });

  it('never decreases in its finite variant', () => {
    for (const x of [...spread(0.1, 0.5, 4), ...spread(1, 1019, 8)]) {
      expectOrder(math.EXP2_FINITE, x, 500_000);
      expectOrder(math.EXP2_FINITE, -x, 500_000);
    }
  });
});

describe('exp', () => {
  it('never decreases within its reduction interval', () => {
    for (const r of spread(0.02, Math.LN2 / 2, 10)) expectOrder(math.EXP, r, 1_000_000);
    for (const r of spread(0.02, Math.LN2 / 2, 10)) expectOrder(math.EXP, -r, 1_000_000);
    for (const x of [2 ** -56, 2 ** -53, 2 ** -40, 2 ** -27, 2 ** -10]) {
      expectOrder(math.EXP, x, 400_000);
      expectOrder(math.EXP, -x, 400_000);
    }
  });

  it('never decreases across (n + ½)·ln 2, nor into overflow and through the subnormals', () => {
    for (let n = 0; n < 1075; n++) {
      const pairs = n < 3 ? 2_000_000 : 2000;
      if (n < 1024) expectOrderAcross(math.EXP, (n + 0.5) * Math.LN2, pairs);
      expectOrderAcross(math.EXP, -(n + 0.5) * Math.LN2, pairs);
    }
    for (const x of spread(-746, -707, 40)) expectOrder(math.EXP, x, 20_000);
    expectOrderAcross(math.EXP, 709.782712893384, 20_000);
  });
});

for (const name of ['LOG2', 'LOG'] as const) {
  describe(name.toLowerCase(), () => {
    it('never decreases near 1, on both sides', () => {
      expectOrderAcross(math[name], 1, 4_000_000);
      for (const x of spread(0.7072, 1, 8)) expectOrder(math[name], x, 1_000_000);
      for (const x of spread(1, 1.4141, 8)) expectOrder(math[name], x, 1_000_000);
      for (let k = 4; k <= 48; k += 4) {
        expectOrder(math[name], 1 + 2 ** -k, 100_000);
        expectOrder(math[name], 1 - 2 ** -k, 100_000);
      }
    });

    it('never decreases across √2 times any power of two, nor across the power itself', () => {
      for (let e = -1022; e <= 1023; e++) {
        const pairs = Math.abs(e) < 2 ? 1_000_000 : 2000;
        expectOrderAcross(math[name], 2 ** e, pairs);
        expectOrderAcross(math[name], Math.SQRT1_2 * 2 ** e, pairs);
      }
    });

    it('never decreases within other binades and among subnormals', () => {
      for (const x of [0.3, 0.6, 1.7, 2.9, 1e-300, 1e-10, 1e10, 1e300]) expectOrder(math[name], x, 1_000_000);
      for (const x of [Number.MIN_VALUE, 1e-320, 1e-310]) expectOrder(math[name], x, 200_000);
    });
  });
}

describe('log2 for normal x', () => {
  it('never decreases', () => {
    for (const x of spread(0.5, 2, 12)) expectOrder(math.LOG2_NORMAL, x, 500_000);
  });
});

describe('all walks together', () => {
  it('saw at least 10^8 pairs', () => {
    expect(pairsSeen).toBeGreaterThan(1e8);
  });
});
