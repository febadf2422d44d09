import { describe, expect, it } from 'vitest';
import { deviate, type Market } from './deviation.ts';
import { rowsOf, simulate } from './harness.ts';

/** Splits of equal labs tick by tick, and what they end with. */
function played(
  { N, c, sigma, contest, theta, kappa }: Market,
  K0: number,
  T0: number,
  rule: object,
  h: number,
  end: number,
) {
  const simulation = simulate({
    clock: { h, until: end },
    economy: { c, sigma, contest, theta, elasticity: kappa === undefined ? null : 1 / (1 - kappa) },
    groups: [{ count: N, K0, T0, rule }],
  });
  const rows = rowsOf(simulation);
  return { q: rows.slice(1).map((row) => row.q), K: rows[rows.length - 1].K / N };
}

/** `most`: n²·gain at n ticks is below it. Where in a tick a switch falls makes it vary with n, within that. */
interface Game {
  market: Market;
  K0: number;
  T0: number;
  end: number;
  most: number;
}

const games: Game[] = [
  { market: { N: 2, c: 1, sigma: 1 }, K0: 1, T0: 0.5, end: 1.5, most: 0.2 },
  { market: { N: 4, c: 0.6, sigma: 0.5 }, K0: 1, T0: 0.5, end: 2.4, most: 0.02 },
  { market: { N: 2, c: 1, contest: 'output', theta: 1.2, kappa: 0.8 }, K0: 2, T0: 1, end: 2, most: 0.06 },
  { market: { N: 2, c: 1, contest: 'quality', theta: 1, kappa: 0.8 }, K0: 2, T0: 1, end: 2.5, most: 0.04 },
];
const sharp: Game = {
  market: { N: 2, c: 1, contest: 'output', theta: 2, kappa: 0.8 },
  K0: 2,
  T0: 1,
  end: 2,
  most: 0.3,
};
const name = ({ N, sigma, contest, theta }: Market) =>
  sigma ? `a commons, N = ${N}, σ = ${sigma}` : `a contest on ${contest}, N = ${N}, θ = ${theta}`;

/** How far the ascent goes: further rounds find up to half as much again. */
const ROUNDS = 100;

function expectNearlyBest({ market, K0, T0, end, most }: Game) {
  for (const ticks of [50, 100, 200]) {
    const h = end / ticks;
    const { q, K } = played(market, K0, T0, { type: 'bestResponse', end }, h, end);
    const own = deviate({ market, K0, T0, h, q }, ROUNDS);
    // The labs are followed as the core has recorded them.
    expect(Math.abs(own.K / K - 1)).toBeLessThan(1e-8);
    const gain = Math.expm1(own.gain);
    expect(ticks ** 2 * gain, `${ticks} ticks`).toBeLessThan(most);
    if (ticks === 50) expect(gain).toBeGreaterThan(0);
    if (ticks === 200) expect(gain).toBeLessThan(1e-4);
  }
}

describe.each(games.map((game) => [name(game.market), game] as const))('%s', (_, game) => {
  const { market, K0, T0, end } = game;
  it('no deviation from best responses gains more than 1e-4 at 200 ticks, and the gain falls as the tick squared', () => {
    expectNearlyBest(game);
  });

  it.each([
    [0.5, 0.7],
    [0.8, 0.3],
    [0.2, 0.7],
  ])('nor does one that is quite different at first: %d until %d of the time', (share, until) => {
    const h = end / 50;
    const { q } = played(market, K0, T0, { type: 'bestResponse', end }, h, end);
    const start = (t: number) => (t < until * end ? share : 0);
    // 16·1e-4 would be as good at 50 ticks.
    expect(deviate({ market, K0, T0, h, q }, ROUNDS, start).gain).toBeLessThan(4e-4);
  });

  it('the same search finds what labs that do not respond leave to be gained', () => {
    const h = end / 50;
    const { q } = played(market, K0, T0, { type: 'fixed', q: 0.4 }, h, end);
    expect(Math.expm1(deviate({ market, K0, T0, h, q }, ROUNDS).gain)).toBeGreaterThan(0.05);
  });
});

describe('a contest on output so sharp that own revenue rises faster than own output, N = 2, θ = 2', () => {
  it('no small deviation gains', () => {
    expectNearlyBest(sharp);
  });

  it('serving late and all at once does: this is no equilibrium', () => {
    const h = 0.05;
    const { market, K0, T0, end } = sharp;
    const { q } = played(market, K0, T0, { type: 'bestResponse', end }, h, end);
    const { gain } = deviate({ market, K0, T0, h, q }, ROUNDS, (t) => (t < 0.3 * end ? 0.8 : 0));
    expect(gain).toBeGreaterThan(0.05);
  });
});
