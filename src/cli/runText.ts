import type { EconomySummary, RunSummary } from '../measure/index.ts';
import type { Units } from '../scenario/index.ts';
import { shown, table, wrap } from './output.ts';

/** More economies than this side by side would not fit a terminal. */
const SIDE_BY_SIDE = 6;

/** V is null past the optimum's blow-up, where it is infinite, and where it does not apply. */
function envelopeText({ envelope, noEnvelope }: EconomySummary): string {
  if (noEnvelope !== null) return '–';
  return shown(envelope ?? Number.POSITIVE_INFINITY);
}

interface Quantity {
  name: string;
  unit: string;
  of: (economy: EconomySummary) => string;
}

const quantities = ({ time, chips, training }: Units): Quantity[] => [
  { name: 'status', unit: '', of: ({ status }) => status },
  { name: 'ticks', unit: '', of: ({ ticks }) => String(ticks) },
  { name: 't', unit: time, of: ({ t }) => shown(t) },
  { name: 'K', unit: chips, of: ({ K }) => shown(K) },
  { name: 'T', unit: training, of: ({ T }) => shown(T) },
  { name: 'q', unit: '', of: ({ q }) => shown(q) },
  { name: 'V(t)', unit: chips, of: envelopeText },
  { name: 'ΣV_i(t)', unit: chips, of: ({ separateEnvelope }) => shown(separateEnvelope) },
  { name: 'K/V', unit: '', of: ({ efficiency }) => shown(efficiency) },
  { name: 'delay', unit: time, of: ({ delay }) => shown(delay) },
  { name: 'blow-up', unit: time, of: ({ blowUpTime }) => shown(blowUpTime, 12) },
  { name: 'best blow-up', unit: time, of: ({ optimumBlowUpTime }) => shown(optimumBlowUpTime, 12) },
  { name: 'state hash', unit: '', of: ({ stateHash }) => stateHash ?? 'inside a tick' },
];

type Named = readonly [name: string, economy: EconomySummary];

/** Economies as columns while they fit, else as rows. */
function outcomeTable(economies: readonly Named[], units: Units): string {
  const rows = quantities(units);
  if (economies.length <= SIDE_BY_SIDE)
    return table(
      ['', 'unit', ...economies.map(([name]) => name)],
      rows.map(({ name, unit, of }) => [name, unit, ...economies.map(([, economy]) => of(economy))]),
    );
  return table(
    ['economy', ...rows.map(({ name, unit }) => (unit === '' ? name : `${name} (${unit})`))],
    economies.map(([name, economy]) => [name, ...rows.map(({ of }) => of(economy))]),
  );
}

/** One row for each group of each economy; nothing where no economy has more than one. */
function groupTable(economies: readonly Named[], { chips, training }: Units): string {
  const rows = economies.flatMap(([name, { groups }]) =>
    Object.entries(groups).map(([group, { count, K, T, q }]) => [
      name,
      group,
      String(count),
      shown(K),
      shown(T),
      shown(q),
    ]),
  );
  if (rows.length === economies.length) return '';
  return table(['economy', 'group', 'labs', `K (${chips})`, `T (${training})`, 'q'], rows);
}

/** A run's outcome for people. */
export function runText(summary: RunSummary): string {
  const { scenario, coreHash, version, seed, variants } = summary;
  const economies: Named[] = [['base', summary], ...Object.entries(variants)];
  const title = `${scenario.title || scenario.name}\nseed ${seed} · core ${coreHash} · version ${version}\n`;
  const reasons = economies
    .filter(([, { noEnvelope }]) => noEnvelope !== null)
    .map(([name, { noEnvelope }]) => `${name} has no V(t): ${noEnvelope}\n`);
  return [
    title,
    scenario.lookFor && `${wrap(scenario.lookFor)}\n`,
    outcomeTable(economies, scenario.units),
    groupTable(economies, scenario.units),
    reasons.join(''),
  ]
    .filter((part) => part !== '')
    .join('\n');
}
