import type { Comparison, ComparisonRow, EconomySummary } from '../measure/index.ts';
import { accuracyText, measureTable } from '../measure/index.ts';
import type { Scenario, Units } from '../scenario/index.ts';
import { shown, table, wrap } from './output.ts';

/** One economy's comparisons, and what was measured of it. */
export interface Compared {
  readonly name: string;
  readonly summary: EconomySummary;
  readonly comparisons: readonly Comparison[];
}

/** K is null both where it is infinite and where it is not known; only past a blow-up it is infinite. */
function chipsText({ K, blowUpTime }: ComparisonRow, t: number): string {
  return shown(K ?? (blowUpTime !== null && t >= blowUpTime ? Number.POSITIVE_INFINITY : null));
}

/** One table: what is compared in the first row, every benchmark that applies below it. */
function comparisonTable(one: Comparison, { time, chips, training }: Units): string {
  const name = one.group === null ? 'the economy' : one.group;
  const rows = one.rows
    .filter(({ reason }) => reason === null)
    .map((row) => [
      row.label,
      chipsText(row, one.t),
      shown(row.T),
      shown(row.q, 4),
      shown(row.ratio, 5),
      shown(row.delay, 5),
      shown(row.blowUpTime, 9),
    ]);
  return table(
    ['', `K (${chips})`, `T (${training})`, 'q', 'K/K of it', `delay (${time})`, `t* (${time})`],
    [[name, shown(one.K), shown(one.T), shown(one.q, 4), '–', '–', shown(one.blowUpTime, 9)], ...rows],
  );
}

/** Why a benchmark does not apply, those with one reason together. */
function reasonsText(rows: readonly ComparisonRow[]): string {
  const labels = new Map<string, string[]>();
  for (const { label, reason } of rows)
    if (reason !== null) labels.set(reason, [...(labels.get(reason) ?? []), label]);
  return [...labels].map(([reason, which]) => `${wrap(`${which.join('; ')}: ${reason}`, '    ')}\n`).join('');
}

/** How well computed paths are known. */
function accuraciesText(rows: readonly ComparisonRow[]): string {
  return rows
    .map(({ label, accuracy }) =>
      accuracy === null ? '' : `${wrap(`${label}: computed ${accuracyText(accuracy)}`, '  ')}\n`,
    )
    .join('');
}

function headOf({ group, labs, t, blowUpTime, blowUpError, regret }: Comparison, units: Units): string {
  const count = labs === 1 ? '1 lab' : `${labs} labs`;
  if (group !== null) {
    const missed = regret === null ? '' : `, regret ${shown(100 * regret, 4)} %`;
    return `group ${group} as if alone: ${count}${missed}`;
  }
  const end =
    blowUpTime === null
      ? 'no blow-up in sight'
      : `t* = ${shown(blowUpTime, 9)}${blowUpError === null ? '' : ` ± ${shown(blowUpError, 2)}`}`;
  return `all together at t = ${shown(t)} ${units.time}: ${count}, ${end}`;
}

function measuresTable({ watched }: EconomySummary, units: Units): string {
  if (!watched) return '';
  const unitOf = { '': '', time: units.time, 'per time': `1/(${units.time})`, labs: '', chips: units.chips };
  const rows = measureTable.map(({ id, label, symbol, unit }) => [
    `  ${label}`,
    symbol,
    shown(watched.measures[id]),
    unitOf[unit],
  ]);
  return table(['  measure', '', '', 'unit'], rows);
}

/** Everything a scenario is compared with, for people. */
export function compareText(
  scenario: Scenario,
  identity: { seed: number; coreHash: string; version: string },
  economies: readonly Compared[],
): string {
  const { units, title, name } = scenario;
  const { seed, coreHash, version } = identity;
  const head = `${title || name}\nseed ${seed} · core ${coreHash} · version ${version}\n`;
  const parts = economies.flatMap((economy) => [
    economies.length > 1 ? `${economy.name}\n${'─'.repeat(economy.name.length)}\n` : '',
    ...economy.comparisons.map((one) => {
      const reasons = reasonsText(one.rows);
      const none = reasons === '' ? '' : `  without:\n${reasons}`;
      return `${headOf(one, units)}\n${indented(comparisonTable(one, units))}${accuraciesText(one.rows)}${none}`;
    }),
    measuresTable(economy.summary, units),
  ]);
  const used = new Map(
    economies.flatMap(({ comparisons }) =>
      comparisons.flatMap(({ rows }) =>
        rows.filter(({ reason }) => reason === null).map(({ label, how }) => [label, how] as const),
      ),
    ),
  );
  const how = [...used].map(([label, sentence]) => `${wrap(`${label}: ${sentence}`, '  ')}\n`).join('');
  return [head, ...parts, `How each was got\n${how}`].filter((part) => part !== '').join('\n');
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');
