import { frontierFive } from './frontier-five.ts';

/**
 * The five of frontier-five with chips that wear out and are made by a fab (shared/data/calibration.md).
 * δ = 0.2 a year: Full Takeoff Model. g_F = ln 3.3: Epoch AI, the world's stock grows 3.3× a year. The world had 20M H100e at the end of
 * 2025, so it was sold 20M·1.194 ≈ 24M a year; F is the five labs' part by what they hold: ΣK₀ = 6.147M times 1.194 is 7.34M a year.
 */
export const frontierFiveFab = {
  name: 'frontier-five-fab',
  title: 'The five labs, with depreciation and a fab that grows 3.3× a year',
  lookFor:
    'Of hyperbolic growth only the sharing-out is left: the five labs buy all the fab makes from the first day, so chips grow 3.3× in the third year (15× if money called up more chips, φ 0.5), Anthropic’s share goes from 19 % to 92 % and the price of a chip to 400 times what it would be if the fab kept up, against a blow-up at 0.584 years with unlimited chips; this shows what the assumptions imply, not what will happen.',
  units: frontierFive.units,
  clock: { h: 0.01, until: 3 },
  economy: { delta: 0.2, F: 7340000, gF: 1.194 },
  groups: frontierFive.groups,
  variants: [
    { name: 'unlimited chips', set: { 'economy.F': null } },
    { name: 'φ 0.5', set: { 'economy.phi': 0.5 } },
  ],
};
