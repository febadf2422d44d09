import { type CalibratedLab, calibrateLab, type Derivation } from './calibration/lab.ts';
import type { TrainingShare } from './calibration/shares.ts';
import { readYearEnds } from './calibration/year-ends.ts';
import type { Scenario } from './types.ts';
import { parseScenario } from './validate.ts';

export type { Derivation } from './calibration/lab.ts';
export { type TrainingShare, trainingShares } from './calibration/shares.ts';

export interface CalibrationOptions {
  /** The scenario's name; 'calibrated' unless given. */
  name?: string;
  /** The exponent c of all labs; 1 unless given. */
  c?: number;
  /** Training shares with a source; `trainingShares` unless given. */
  shares?: readonly TrainingShare[];
}

export interface Calibration {
  scenario: Scenario;
  derivations: Derivation[];
  /** What to know before believing any of it. */
  notes: string[];
}

/** A round tick, at least 50 before the first blow-up, and an end a little after it. */
function clockFor(firstBlowUp: number) {
  const least = firstBlowUp / 50;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [5, 2, 1].find((factor) => factor * power <= least) ?? 1;
  const h = Number((step * power).toPrecision(1));
  return { h, until: Number((Math.ceil((1.1 * firstBlowUp) / h) * h).toPrecision(6)) };
}

const notes = (year: number) => [
  `t = 0 is the end of ${year}; chips are medians of estimates, and 5–95 % ranges of two years must not be subtracted.`,
  'Before a lab’s first year-end its chips are taken to have grown as they did right after it.',
  'The training share of 2024 is OpenAI’s, taken for every lab; where no share has a source, half of the chips train.',
  'b = 1 (training in chip-years) and s = 1: what outside funding bought is credited to a.',
  'There is no depreciation, no limit to the supply of chips and no competition: this economy blows up within about a year. It shows what the assumptions imply, not what will happen.',
];

/**
 * From year-end data (CSV with the columns lab, date, h100e_median) to a scenario: one group per lab in H100e and
 * years, each with its own a, at its last known training share; with every derived number and how it was derived.
 * ScenarioError that names line and column, or the lab.
 */
export function calibrate(csv: string, options: CalibrationOptions = {}): Calibration {
  const { name = 'calibrated', c = 1, shares } = options;
  parseScenario({ name, economy: { c } });
  const yearEnds = readYearEnds(csv);
  const labs = yearEnds.map((lab) => calibrateLab(lab, c, shares));
  const year = yearEnds[0].years.at(-1)!;
  return {
    scenario: scenarioOf(labs, year, name, c),
    derivations: labs.flatMap((l) => l.derivations),
    notes: notes(year),
  };
}

function scenarioOf(labs: readonly CalibratedLab[], year: number, name: string, c: number): Scenario {
  const first = labs.reduce((soonest, lab) => (lab.blowUpTime < soonest.blowUpTime ? lab : soonest));
  return parseScenario({
    name,
    title: `${labs.length} labs from their compute at year-ends; t = 0 is the end of ${year}`,
    lookFor: `Without any friction ${first.lab} blows up first, after ${first.blowUpTime.toFixed(2)} years, and that ends the run (its variants put every lab on parity and on the turnpike): this shows what the assumptions imply (c = ${c}, no depreciation, unlimited chips, outside funding credited to a), not what will happen.`,
    units: { time: 'years', chips: 'H100e', training: 'H100e-years' },
    clock: clockFor(first.blowUpTime),
    economy: { c },
    groups: labs.map(({ lab, q, K0, T0, a }) => ({ name: lab, rule: { type: 'fixed', q }, K0, T0, a })),
    variants: [
      { name: 'parity', set: { 'groups.*.rule': { type: 'parity' } } },
      { name: 'turnpike', set: { 'groups.*.rule': { type: 'turnpike' } } },
    ],
  });
}
