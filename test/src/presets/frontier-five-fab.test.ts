import { expect, test } from 'vitest';
import { preset } from '../../../src/scenario/presets/index.ts';
import { relative } from '../core/harness.ts';
import { blowUp, play } from './play.ts';

const { base, 'unlimited chips': unlimited, 'φ 0.5': responsive } = play('frontier-five-fab');
const { economy, groups } = preset('frontier-five-fab');
const anthropic = groups.findIndex(({ name }) => name === 'Anthropic');
const share = (t: number) => base.at(t).groups[anthropic].K / base.at(t).K;

test('F is what the five labs hold, times ln 3.3 a year', () => {
  expect(relative(economy.gF, Math.log(3.3))).toBeLessThan(1e-3);
  expect(relative(economy.F as number, base.at(0).K * economy.gF)).toBeLessThan(1e-3);
});

test('the labs are those of frontier-five', () => {
  expect(groups).toEqual(preset('frontier-five').groups);
});

test('from the first tick all that the fab makes is bought: the total grows as the fab does', () => {
  const { F, gF } = economy as { F: number; gF: number };
  for (const { t, bought } of base.rows.slice(1)) {
    const made = (F / gF) * (Math.exp(gF * t) - Math.exp(gF * (t - 0.01)));
    expect(relative(bought, made), `t = ${t}`).toBeLessThan(1e-6);
  }
  expect(base.at(3).K / base.at(2).K).toBeCloseTo(3.3, 1);
});

test('who gets the chips, and their price, are what still runs away', () => {
  expect(share(0)).toBeCloseTo(0.19, 2);
  expect(share(3)).toBeCloseTo(0.92, 2);
  expect(base.economy.chipPrice).toBeGreaterThan(395);
  expect(base.economy.chipPrice).toBeLessThan(405);
});

test('dear chips call up more: 15× in the third year', () => {
  expect(responsive.at(3).K / responsive.at(2).K).toBeCloseTo(15, 0);
});

test('with unlimited chips depreciation is a small delay', () => {
  expect(blowUp(unlimited)).toBeCloseTo(0.584, 3);
  expect(blowUp(play('frontier-five').base)).toBeCloseTo(0.573, 3);
});
