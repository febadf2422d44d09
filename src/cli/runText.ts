import type { EconomySummary, RunSummary } from '../measure/index.ts';
import { shown, table, wrap } from './output.ts';

/** V is null past the optimum's blow-up, where it is infinite, and where it does not apply. */
function envelopeText({ envelope, noEnvelope }: EconomySummary): string {
  if (noEnvelope !== null) return '–';
  return shown(envelope ?? Number.POSITIVE_INFINITY);
}

function groupRows(name: string, { groups }: EconomySummary): string[][] {
  return Object.entries(groups).map(([group, { count, K, T, q }]) => [
    name,
    group,
    String(count),
    shown(K),
    shown(T),
    shown(q),
  ]);
}

/** A run's outcome for people: one row an economy, then one a group where there are several. */
export function runText(summary: RunSummary): string {
  const { scenario, coreHash, version, seed, variants } = summary;
  const { time, chips, training } = scenario.units;
  const economies: [string, EconomySummary][] = [['base', summary], ...Object.entries(variants)];
  const head = `${scenario.title || scenario.name}   seed ${seed} · core ${coreHash} · version ${version}`;
  const outcome = table(
    [
      'economy',
      'status',
      'ticks',
      `t (${time})`,
      `K (${chips})`,
      `T (${training})`,
      'q',
      'V(t)',
      'K/V',
      'delay',
      'blow-up',
      'state hash',
    ],
    economies.map(([name, economy]) => [
      name,
      economy.status,
      String(economy.ticks),
      shown(economy.t),
      shown(economy.K),
      shown(economy.T),
      shown(economy.q),
      envelopeText(economy),
      shown(economy.efficiency),
      shown(economy.delay),
      shown(economy.blowUpTime, 12),
      economy.stateHash,
    ]),
  );
  const groups = economies.flatMap(([name, economy]) => groupRows(name, economy));
  const parts = [head, ...(scenario.lookFor ? [wrap(scenario.lookFor)] : []), '', outcome.trimEnd()];
  if (groups.length > economies.length)
    parts.push(
      '',
      table(['economy', 'group', 'labs', `K (${chips})`, `T (${training})`, 'q'], groups).trimEnd(),
    );
  const reasons = economies.filter(([, { noEnvelope }]) => noEnvelope !== null);
  if (reasons.length > 0)
    parts.push('', ...reasons.map(([name, { noEnvelope }]) => `${name}: no V(t): ${noEnvelope}`));
  return `${parts.join('\n')}\n`;
}
