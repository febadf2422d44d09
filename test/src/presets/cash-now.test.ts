import { expect, test } from 'vitest';
import { contestTurnpikeShare } from '../../../src/theory/index.ts';
import { blowUp, type Played, play } from './play.ts';

const { base, 'θ 2': sharp, 'on quality': quality, 'one owner': owner } = play('cash-now');

/** Chips over the owner's, as long as both run. */
const lead = ({ rows }: Played) =>
  rows.slice(0, owner.rows.length).map(({ t, K }, i) => ({ t, ratio: K / owner.rows[i].K }));
const most = (economy: Played) => Math.max(...lead(economy).map(({ ratio }) => ratio));

test('on output labs under-train, on quality the same competition over-trains', () => {
  for (const [economy, on, theta, published] of [
    [base, 'output', 1.2, 0.354],
    [sharp, 'output', 2, 0.289],
    [quality, 'quality', 1.2, 0.662],
    [owner, 'output', 0.8, 0.4],
  ] as const) {
    expect(contestTurnpikeShare({ on, N: 2, theta, kappa: 0.8, c: 1 })).toBeCloseTo(published, 3);
    expect(Math.abs(economy.at(2).q - published)).toBeLessThan(1e-3);
  }
  for (const { rows } of [base, sharp, quality, owner]) expect(rows[1].q).toBe(0);
});

test('they have more chips at first and fewer in the end', () => {
  for (const { t, ratio } of lead(base))
    if (t >= 0.7 && t <= 2.1) expect(ratio, `t = ${t}`).toBeGreaterThan(1);
    else if (t > 2.2) expect(ratio, `t = ${t}`).toBeLessThan(1);
  expect(most(base)).toBeCloseTo(1.05, 2);
  expect(most(sharp)).toBeCloseTo(1.1, 2);
  expect(sharp.at(2.4).K).toBeLessThan(base.at(2.4).K);
  expect(blowUp(owner)).toBeLessThan(blowUp(base));
  expect(blowUp(base)).toBeLessThan(blowUp(sharp));
});
