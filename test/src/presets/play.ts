import type { EconomyView, Row } from '../../../src/core/index.ts';
import { preset } from '../../../src/scenario/presets/index.ts';
import { rowsOf, simulate } from '../core/harness.ts';

/** One economy of a preset, run to its end. */
export interface Played {
  economy: EconomyView;
  rows: Row[];
  /** The row at a time, which must be the end of a tick. */
  at(t: number): Row;
  /** Mean growth rate of all chips between two such times. */
  growth(from: number, to: number): number;
}

/** Runs a preset, with another seed if one is given; its economies by name. */
export function play(name: string, seed?: number): Record<string, Played> {
  const scenario = preset(name);
  const simulation = simulate(seed === undefined ? scenario : { ...scenario, seed });
  const all = rowsOf(simulation);
  return Object.fromEntries(
    simulation.economies.map((economy) => {
      const rows = all.filter((row) => row.economy === economy.index);
      const at = (t: number) => {
        const row = rows.find((candidate) => Math.abs(candidate.t - t) < 1e-9);
        if (!row) throw new Error(`${name}, ${economy.name}: no row at t = ${t}`);
        return row;
      };
      const growth = (from: number, to: number) => Math.log(at(to).K / at(from).K) / (to - from);
      return [economy.name, { economy, rows, at, growth }];
    }),
  );
}

/** Where an economy blew up; fails the test if it did not. */
export function blowUp({ economy }: Played): number {
  if (economy.status !== 'blow-up') throw new Error(`${economy.name}: ${economy.status}`);
  return economy.blowUpTime as number;
}

/** (Σ K)²/Σ K². */
export const effectiveLabs = ({ K, KSquared }: Row) => K ** 2 / KSquared;
