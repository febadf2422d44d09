import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { calibrate } from '../../../src/scenario/calibrate.ts';
import { trainingShares } from '../../../src/scenario/calibration/shares.ts';
import { preset } from '../../../src/scenario/presets/index.ts';
import type { Group } from '../../../src/scenario/types.ts';
import { expectProblem, refused } from './refused.ts';

const file = new URL('../../../src/scenario/presets/data/lab_compute_year_end.csv', import.meta.url);
const csv = readFileSync(file, 'utf8');

const value = (group: Group, key: 'K0' | 'T0') => (group[key] as { value: number }).value;

/** Composite Simpson: nothing in common with the code's quadrature. */
function simpson(f: (x: number) => number, from: number, to: number, n = 20_000): number {
  const h = (to - from) / n;
  let sum = f(from) + f(to);
  for (let i = 1; i < n; i++) sum += f(from + i * h) * (i % 2 ? 4 : 2);
  return (sum * h) / 3;
}

/** Year-ends as read in the file, and the training shares as their sources give them, typed in again by hand. */
const labs = [
  { name: 'OpenAI', K: [102534.71096180622, 386218.7101238488, 1743439.8493869188], q: [0.5, 0.71, 0.5] },
  { name: 'Google DeepMind', K: [420334.47667409095, 1583429.9538668268], q: [0.71, 0.5] },
  { name: 'Meta Superintelligence Labs', K: [247706.7361251794, 996228.0602346028], q: [0.71, 0.5] },
  { name: 'Anthropic', K: [208559.98299904328, 1189573.8857074357], q: [0.71, 0.6] },
  { name: 'xAI', K: [203366.31755523162, 634792.6058833487], q: [0.71, 0.5] },
];

/** K(t) of the first n years, t from −∞ to 0 at the last year-end. */
function chips(K: readonly number[]): (t: number) => number {
  const first = 1 - K.length;
  return (t) => {
    const i = Math.min(Math.max(Math.floor(t - first), 0), K.length - 2);
    return K[i] * (K[i + 1] / K[i]) ** (t - first - i);
  };
}

/** T(t), t ≥ the first year-end: its value there by integrating 40 years back, then year by year. */
function training(K: readonly number[], q: readonly number[]): (t: number) => number {
  const path = chips(K);
  const first = 1 - K.length;
  const start = q[0] * simpson(path, first - 40, first);
  return (t) => {
    let T = start;
    for (let year = first; year < t; year++)
      T += q[year - first + 1] * simpson(path, year, Math.min(year + 1, t), 200);
    return T;
  };
}

describe.each([1, 1.5])('from the file with c = %d', (c) => {
  const { scenario, derivations } = calibrate(csv, { c });

  test.each(labs)(
    '$name: stocks and productivity agree with an independent quadrature to 1e-9',
    ({ name, K, q }) => {
      const group = scenario.groups.find((candidate) => candidate.name === name)!;
      expect(group.rule).toEqual({ type: 'fixed', q: q.at(-1) });
      expect(value(group, 'K0')).toBe(K.at(-1));
      expect(value(group, 'T0') / training(K, q)(0)).toBeCloseTo(1, 9);
      const T = training(K, q);
      const exposure = simpson((t) => T(t) ** c, -1, 0, 200);
      const growth = Math.log(K.at(-1)! / K.at(-2)!);
      expect((group.a! * (1 - q.at(-1)!) * exposure) / growth).toBeCloseTo(1, 9); // Simpson with 200 steps
    },
  );

  test.each(labs)(
    '$name: replaying 2025 with the calibrated a gives its chips at the end of 2025',
    ({ name, K, q }) => {
      const group = scenario.groups.find((candidate) => candidate.name === name)!;
      const path = chips(K);
      let [logK, T] = [Math.log(K.at(-2)!), training(K, q)(-1)];
      const steps = 4000;
      const share = q.at(-1)!;
      for (let i = 0; i < steps; i++) {
        const middle = T + (share * path(-1 + i / steps)) / steps / 2;
        logK += (group.a! * (1 - share) * middle ** c) / steps;
        T += (share * path(-1 + (i + 0.5) / steps)) / steps;
      }
      expect(Math.exp(logK) / K.at(-1)!).toBeCloseTo(1, 5); // midpoint rule, 4000 steps
      expect(T / value(group, 'T0')).toBeCloseTo(1, 5);
    },
  );

  test('each derived number says how', () => {
    for (const { name } of labs) {
      const own = derivations.filter(({ lab }) => lab === name);
      const quantities = own.map(({ quantity }) => quantity);
      for (const quantity of ['g(2025)', 'q(2025)', 'T(2024)', 'T0', 'K0', 'a', 't*'])
        expect(quantities).toContain(quantity);
      for (const { how, value: number } of own) {
        expect(how).not.toBe('');
        expect(number).toBeGreaterThan(0);
      }
    }
  });
});

test('blow-up times agree with S1’s closed form for c = 1', () => {
  const { scenario, derivations } = calibrate(csv);
  for (const group of scenario.groups) {
    const [K, T, q, a] = [value(group, 'K0'), value(group, 'T0'), group.rule.q as number, group.a!];
    const D = (2 * q * K) / (a * (1 - q)) - T * T;
    const w = Math.sqrt(Math.abs(D));
    const alpha = (a * (1 - q)) / 2;
    const exact = (D > 0 ? Math.atan(w / T) : Math.atanh(w / T)) / (alpha * w);
    const told = derivations.find(({ lab, quantity }) => lab === group.name && quantity === 't*')!.value;
    expect(told / exact).toBeCloseTo(1, 10);
  }
});

test('the clock ends shortly after the first blow-up', () => {
  const { scenario, derivations } = calibrate(csv);
  const first = Math.min(...derivations.filter(({ quantity }) => quantity === 't*').map((d) => d.value));
  expect(first).toBeCloseTo(0.57266, 5);
  expect(scenario.clock).toMatchObject({ h: 0.01, until: 0.63 });
});

test('frontier-five is what this file gives, to the last bit', () => {
  expect(JSON.stringify(calibrate(csv, { name: 'frontier-five' }).scenario)).toBe(
    JSON.stringify(preset('frontier-five')),
  );
});

describe('reading', () => {
  const header = 'lab,date,h100e_median';
  const simple = `${header}\nA,2024-12-31,1\nA,2025-12-31,${Math.E}\n`;

  test('a lab that grew e-fold, all by hand', () => {
    const { scenario } = calibrate(simple, { shares: [] });
    const [A] = scenario.groups;
    // g = 1, q = ½: T(2024) = ½, T(t) = ½·e^t, T0 = e/2, ∫T = (e − 1)/2, a = 1/(½·(e − 1)/2)
    expect(value(A, 'T0')).toBeCloseTo(Math.E / 2, 14);
    expect(A.a).toBeCloseTo(4 / (Math.E - 1), 14);
  });

  test('a missing year lies on the log-linear path', () => {
    const gap = `${header}\nA,2023-12-31,1\nA,2025-12-31,${Math.E ** 2}\n`;
    const full = `${header}\nA,2023-12-31,1\nA,2024-12-31,${Math.E}\nA,2025-12-31,${Math.E ** 2}\n`;
    const [one, other] = [gap, full].map((text) => calibrate(text).scenario.groups[0]);
    expect(value(one, 'T0')).toBeCloseTo(value(other, 'T0'), 12);
    expect(one.a).toBeCloseTo(other.a!, 12);
  });

  test('quotes, CRLF, a byte-order mark, other columns and any order of lines are fine', () => {
    const other = `\ufeffdate,note,"lab",h100e_median\r\n2025-12-31,"a, ""b""\r\nc","A",${Math.E}\r\n\r\n2024-12-31,,A,1`;
    expect(calibrate(other)).toEqual(calibrate(simple));
  });

  test('training shares with a source may be given', () => {
    const shares = [...trainingShares, { year: 2025, lab: 'A', q: 0.2, source: 'test' }];
    expect(calibrate(simple, { shares }).scenario.groups[0].rule.q).toBe(0.2);
  });

  const row = 'A,2024-12-31,1\n';
  const bad: [string, string, string, string, string][] = [
    ['nothing', '', 'line 1', 'no column lab, date, h100e_median', 'a header'],
    ['no labs', header, 'line 2', 'the end of the file', 'two year-ends'],
    ['a missing column', 'lab,date\nA,2024-12-31', 'line 1', 'no column h100e_median', 'a header'],
    ['a short line', `${header}\nA,2024-12-31`, 'line 2', '2 fields', '3 fields'],
    [
      'a word for a number',
      `${header}\nA,2024-12-31,many`,
      'line 2, h100e_median',
      '"many"',
      'a number above 0',
    ],
    ['an empty number', `${header}\nA,2024-12-31,`, 'line 2, h100e_median', '""', 'a number above 0'],
    ['a negative number', `${header}\n${row}A,2025-12-31,-2`, 'line 3, h100e_median', '"-2"', 'above 0'],
    ['another day', `${header}\nA,2025-06-30,1`, 'line 2, date', '"2025-06-30"', 'the last day of a year'],
    ['a date twice', `${header}\n${row}${row}`, 'line 3, date', '"2024-12-31"', 'one line for A'],
    ['script in a name', `${header}\n<script>,2024-12-31,1`, 'line 2, lab', '"<script>"', 'printable'],
    ['no name', `${header}\n,2024-12-31,1`, 'line 2, lab', '""', 'printable'],
    ['one year-end', `${header}\n${row}`, 'A', 'one year-end, 2024', 'at least two'],
    ['no growth', `${header}\n${row}A,2025-12-31,1`, 'A', 'no growth from 2024 to 2025', 'growth after'],
    [
      'a lab that ends early',
      `${simple}B,2023-12-31,1\nB,2024-12-31,2`,
      'B',
      'its last year-end in 2024',
      'one in 2025',
    ],
    ['a stray quote', `${header}\nA"x,2024-12-31,1`, 'line 2', 'a quote inside', 'wholly in quotes'],
    ['an open quote', `${header}\n"A,2024-12-31,1`, 'line 2', 'a quote inside', 'wholly in quotes'],
  ];
  test.each(bad)('refuses %s', (_, text, path, got, allowed) => {
    expectProblem(
      refused(() => calibrate(text)),
      path,
      got,
      allowed,
    );
  });

  test('refuses a c out of range', () => {
    expectProblem(
      refused(() => calibrate(simple, { c: 9 })),
      'economy.c',
      '9',
      'from 0.05 to 5',
    );
  });
});
