import { describe, expect, test } from 'vitest';
import { articles } from '../../../src/reproduce/index.ts';
import {
  type Comparison,
  type Expected,
  type Finding,
  judge,
  type Verdict,
} from '../../../src/reproduce/row.ts';
import { findings, report } from './report.ts';

/** Every statement that has to be there, and what has to come of it. */
const required: Record<Exclude<Verdict, 'failed'>, string[]> = {
  reproduced: [
    's1-linear',
    's1-tradeoff',
    's1-increasing-returns',
    's1-cone-identity',
    's1-ode',
    's1-figure-1',
    's1-figure-1-equations',
    's1-blow-up',
    's1-accelerating',
    's1-growth-exponent',
    's1-floor',
    's1-breakdown',
    's1-after-the-breakdown',
    's1-table-1',
    's1-c-around-1',
    's2-more-than-double',
    's2-innovation-and-replication',
    's2-growth-rate-rises',
    's3-tokens-a-year',
    's3-token-cost',
    's3-token-parity',
    's3-101-to-20',
    's3-share',
    's3-example-1',
    's3-example-2',
    's3-optimal-mix',
    's3-half-oom',
    's3-how-far',
    's4-summary-table',
    's4-chain-of-thought',
    's4-scale-effects',
    's4-takeaways',
    's4-resampling',
    's4-six-to-one',
    's4-six-to-one-scaling',
    's4-stacking',
    's4-interference',
    's4-more-than-two',
    's4-square-root',
    's4-inferences-per-training',
    's4-many-queries',
    's4-backward-passes',
    's4-one-tenth',
    's5-cost-ladder',
    's5-ten-times-the-capability',
    's5-thousandfold',
    's5-soft-wall',
    's5-each-tenfold',
    's5-nothing-more-to-gain',
    's5-eight-ooms',
  ],
  informal: [
    's1-doubling',
    's1-table-1-without',
    's4-overtraining',
    's4-resampling-3',
    's4-square-root-gpt3',
  ],
  differs: ['s1-cone-h', 's3-example-1-formula', 's3-example-2-formula'],
  answered: [
    's1-omits-chip-depreciation',
    's1-omits-training-depreciation',
    's1-omits-prices',
    's1-omits-discounting',
    's2-omits-physical-limits',
    's2-boundaries',
    's3-one-period',
    's3-omits-foresight',
    's3-omits-wrong-beliefs',
    's3-omits-bandwidth',
    's3-omits-cheaper-later',
    's4-overtrain-instead',
    's4-google-60',
    's5-eight-ooms-ladder',
    's5-omits-hardware',
  ],
};

const found = (id: string): Finding => findings.find((finding) => finding.id === id)!;
const ours = (id: string, what: string | RegExp): number => {
  const one = found(id).comparisons.find((each) =>
    typeof what === 'string' ? each.what === what : what.test(each.what),
  );
  if (!one) throw new Error(`${id} compares no ${what}`);
  return one.ours;
};

describe('the table of rows', () => {
  test('has exactly the rows it must have', () => {
    expect(findings.map(({ id }) => id).sort()).toEqual(Object.values(required).flat().sort());
  });

  for (const [verdict, ids] of Object.entries(required))
    test.each(ids)(`%s: ${verdict}`, (id) => {
      expect(found(id).verdict).toBe(verdict);
    });

  test('counts its verdicts', () => {
    expect(report.counts).toEqual({
      ...Object.fromEntries(Object.entries(required).map(([verdict, ids]) => [verdict, ids.length])),
      failed: 0,
    });
  });

  test('says of each row what the article says, how ours was got, how near it must be and why', () => {
    for (const { id, rows } of articles)
      for (const row of rows) {
        expect(row.id).toMatch(new RegExp(`^${id.toLowerCase()}-[a-z0-9-]+$`));
        for (const text of [row.section, row.what, row.article, row.how, row.tolerance.reason])
          expect(text, row.id).not.toBe('');
        if (row.reading !== 'stated') expect(row.why, row.id).toBeTruthy();
      }
  });
});

describe('numbers known from elsewhere', () => {
  // K(t) = 1/(1 − sin(t/2)), to the digits of a 30-digit evaluation; the core keeps 1e-8 and better this near the blow-up.
  test.each([
    ['K(0.5)', 1.32873406962048222],
    ['K(1.5)', 3.1410858937265561],
    ['K(2.5)', 19.6019315619768994],
    ['K(3)', 399.199462014265732],
  ])('Figure 1: %s', (what, K) => {
    expect(Math.abs(ours('s1-figure-1', what) / K - 1)).toBeLessThan(1e-10);
  });

  test('t* = π, T_max, the cone, losses and prices', () => {
    expect(ours('s1-blow-up', 't*, simulated')).toBeCloseTo(3.141592653589793, 9);
    expect(ours('s2-boundaries', /k₁/)).toBeCloseTo(3.5257055823, 9);
    expect(ours('s1-omits-prices', /ε = 3/)).toBeCloseTo(9.2496, 3);
    // δ = ½: τ = 1 = T₀, so w = √2 and t* = (π/2)/(w/4).
    expect(ours('s1-omits-chip-depreciation', 'δ = 0.5: t*')).toBeCloseTo(Math.SQRT2 * Math.PI, 8);
  });

  test('both worked examples, and their sums as printed', () => {
    expect(ours('s3-example-1', 'total')).toBeCloseTo(283.48241, 5);
    expect(ours('s3-example-2', 'total')).toBeCloseTo(314.88082, 5);
    expect(found('s3-example-1-formula').comparisons[0].article).toBeCloseTo(426.57279, 5);
    expect(found('s3-example-2-formula').comparisons[0].article).toBeCloseTo(410.2744, 4);
  });
});

describe('a row that should not come out does not', () => {
  const bounds = (expected: Expected | undefined): number[] =>
    (expected === undefined ? [] : [expected].flat()).filter(Number.isFinite) as number[];

  /** Just outside what the row expects of this comparison: beyond its highest bound, or below its lowest if there is no highest. */
  function outside({ reference, article }: Comparison, { tolerance, reading }: Finding): number {
    const expected = reference ?? (reading === 'stated' ? article : undefined);
    const all = bounds(expected);
    const { relative = 0, absolute = 0 } = tolerance;
    const isOpen = Array.isArray(expected) && expected[1] === Number.POSITIVE_INFINITY;
    const bound = isOpen ? Math.min(...all) : Math.max(...all);
    const beyond = 1.01 * (relative * Math.abs(bound) + absolute) + 1e-9 * (1 + Math.abs(bound));
    return isOpen ? bound - beyond : bound + beyond;
  }

  test.each(findings.map((finding) => [finding.id, finding] as const))('%s', (_, finding) => {
    finding.comparisons.forEach((comparison, i) => {
      const judged = (changed: number): Verdict =>
        judge(finding, finding.comparisons.with(i, { ...comparison, ours: changed }));
      expect(judged(Number.NaN), comparison.what).toBe('failed');
      expect(judged(outside(comparison, finding)), comparison.what).toBe('failed');
    });
  });
});

describe('judge', () => {
  const row = { ...findings[0], tolerance: { absolute: 0.1, reason: 'a test' } };
  const as = (reading: Finding['reading'], comparisons: Comparison[]): Verdict =>
    judge({ ...row, reading }, comparisons);

  test('a fault found where there is none is a failure', () => {
    for (const reading of ['informal', 'misprint'] as const) {
      expect(as(reading, [{ what: '', article: 1, ours: 1, reference: 1 }])).toBe('failed');
      expect(as(reading, [{ what: '', article: 2, ours: 1, reference: 1 }])).not.toBe('failed');
      expect(as(reading, [{ what: '', article: 2, ours: 1 }])).toBe('failed');
    }
  });

  test('what an article leaves out has no number of the article’s', () => {
    expect(as('left out', [{ what: '', ours: 1, reference: 1 }])).toBe('answered');
    expect(as('left out', [{ what: '', article: 1, ours: 1, reference: 1 }])).toBe('failed');
  });

  test('nothing to compare with is a failure', () => {
    expect(as('stated', [])).toBe('failed');
    expect(as('stated', [{ what: '', ours: 1 }])).toBe('failed');
  });

  test('a range is what it is between, widened by the tolerance', () => {
    const within = (x: number): Verdict => as('stated', [{ what: '', article: [1, 2], ours: x }]);
    expect([0.95, 1, 1.5, 2.05].map(within)).toEqual(Array(4).fill('reproduced'));
    expect([0.85, 2.15, Number.POSITIVE_INFINITY].map(within)).toEqual(Array(3).fill('failed'));
  });
});
