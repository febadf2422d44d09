import { useComputed } from '@preact/signals';
import type { EconomySummary } from '../../shared/protocol.ts';
import { quantityText } from '../../shared/quantity.ts';
import { ruleOfEconomy } from '../state/marked.ts';
import { economySummary } from '../state/run.ts';
import { economies, scenario } from '../state/scenario.ts';
import { LineSample } from './Sample.tsx';
import { Typeset } from './Typeset.tsx';

interface Column {
  name: string;
  meaning: string;
  read: (now: EconomySummary) => string;
}

/** What the books of an economy show, since t = 0. */
const columns: readonly Column[] = [
  {
    name: 'Revenue',
    meaning: 'all sales, in chips at their first price',
    read: ({ accounts }) => quantityText(accounts.revenue),
  },
  { name: 'Paid out', meaning: '(1 − s) of revenue', read: ({ accounts }) => quantityText(accounts.paid) },
  { name: 'Running cost', meaning: 'ω·∫K dt', read: ({ accounts }) => quantityText(accounts.cost) },
  {
    name: 'Chips bought',
    meaning: 'spending over the price of a chip',
    read: ({ accounts }) => quantityText(accounts.bought),
  },
  { name: 'Chips lost', meaning: 'δ·∫K dt', read: ({ accounts }) => quantityText(accounts.lost) },
  { name: 'Chip price', meaning: 'in its first price', read: ({ chipPrice }) => quantityText(chipPrice) },
  { name: 'Labs', meaning: 'in business', read: ({ labs }) => labs.toLocaleString('en') },
];

function Cell({ economy, read }: { economy: number; read: Column['read'] }) {
  const text = useComputed(() => {
    const now = economySummary(economy);
    return now ? read(now) : '–';
  });
  return <td class="numeric">{text}</td>;
}

/** Where the money went and the chips came from, economy by economy. */
export function AccountsTable() {
  const { units } = scenario.value;
  return (
    <details class="accounts">
      <summary>
        <h2>Accounts</h2>
        <span class="unit">since t = 0, in {units.chips}</span>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section class="economies" tabIndex={0} aria-label="Accounts of every economy">
        <table>
          <thead>
            <tr>
              <th scope="col">Economy</th>
              {columns.map(({ name, meaning }) => (
                <th scope="col" key={name}>
                  {name} <span class="unit">{meaning}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {economies.value.map(({ name }, i) => (
              <tr key={name}>
                <th scope="row">
                  {economies.value.length > 1 && (
                    <LineSample style="economy" economy={i} rule={ruleOfEconomy(i)} />
                  )}
                  <Typeset text={name} />
                </th>
                {columns.map((column) => (
                  <Cell key={column.name} economy={i} read={column.read} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
