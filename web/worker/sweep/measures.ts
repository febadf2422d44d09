import { classificationsOf } from '../../../src/experiment/analysis/regimes.ts';
import { parseExperiment, summaryNames } from '../../../src/experiment/index.ts';
import { groupsOf } from '../../../src/experiment/measures/groups.ts';
import { type SummaryMeasure, summaryMeasure } from '../../../src/experiment/measures/summary.ts';
import { inWords } from '../../../src/experiment/results/columns.ts';
import { economiesOf, type Scenario } from '../../../src/scenario/index.ts';
import type { SweepMeasure, SweepRegimes } from '../../shared/sweep/protocol.ts';

/** What every sweep keeps: it costs next to nothing, phase diagrams ask for some of it, and the hash proves a run. */
const always: readonly string[] = [
  'blowUpTime',
  'projectedBlowUpTime',
  'K',
  'T',
  'q',
  'minQ',
  'maxQ',
  'topShare',
  'hhi',
  'effectiveLabs',
  'labs',
  'chipPrice',
  'bought',
  'lost',
  'total.revenue',
  'total.bought',
  'total.lost',
  'total.paid',
  'total.cost',
  'ticks',
  't',
  'stateHash',
];

/** Of the machinery, and of a single tick: nothing to look at across parameters. */
const aside = new Set(['stepError', 'substeps', 'revenue', 'bought', 'lost', 'paid', 'cost', 'ticks']);

/** Of each group where there are several. */
const ofGroups = ['K', 'T', 'q', 'labs'] as const;

function headingOf({ needsWatch, needsBenchmark }: SummaryMeasure): string {
  if (needsWatch) return 'Followed tick by tick: slower';
  return needsBenchmark ? 'Beside the optimum' : 'At the end of the run';
}

/** The names of the measures that a sweep for one of them keeps. */
export const keptMeasures = (chosen: string): string[] =>
  always.includes(chosen) || chosen.startsWith('regime:') ? [...always] : [chosen, ...always];

const regimesId = (id: string): string => `regime:${id}`;

/** The measures with these names that are numbers, as the page shows them, in their order. */
export function described(names: readonly string[], scenario: Scenario): SweepMeasure[] {
  const groups = groupsOf(scenario);
  return names.flatMap((name) => {
    const measure = summaryMeasure(name, groups);
    if (!measure || measure.type === 'text') return [];
    const { label, unit, meaning } = measure;
    const group = name.startsWith('groups.') ? name.slice('groups.'.length, name.lastIndexOf('.')) : null;
    return {
      id: name,
      label: group === null ? label : `${group}: ${label}`,
      unit: inWords(unit, scenario.units),
      meaning,
      heading: group === null ? headingOf(measure) : 'Of one group',
      isKept: always.includes(name),
    };
  });
}

/** The ways in which runs of each economy can be told apart by what every sweep keeps. */
export function regimesOf(scenario: Scenario) {
  const kept = parseExperiment({ scenario, measures: { summary: [...always] } });
  return economiesOf(scenario).map((economy) => ({
    name: economy.name,
    classifications: classificationsOf(kept, economy),
  }));
}

export const regimesShown = (classifications: ReturnType<typeof classificationsOf>): SweepRegimes[] =>
  classifications.map(({ id, title, regimes }) => ({ id: regimesId(id), title, regimes }));

/** Everything that may be looked at across a scenario's parameters. */
export function measuresOf(scenario: Scenario): {
  measures: SweepMeasure[];
  classifications: SweepRegimes[];
} {
  const names = [...new Set([...always, ...summaryNames])].filter((name) => !aside.has(name));
  const groups = [...new Set(groupsOf(scenario).flat())];
  const own =
    groups.length > 1
      ? groups.flatMap((group) => ofGroups.map((quantity) => `groups.${group}.${quantity}`))
      : [];
  const found = new Map(
    regimesOf(scenario).flatMap(({ classifications }) =>
      regimesShown(classifications).map((regimes) => [regimes.id, regimes] as const),
    ),
  );
  return { measures: described([...names, ...own], scenario), classifications: [...found.values()] };
}
