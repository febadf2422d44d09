import { useComputed } from '@preact/signals';
import type { Measure } from '../../../src/measure/measures/measure.ts';
import { measureTable } from '../../../src/measure/measures/table.ts';
import type { Units } from '../../../src/scenario/types.ts';
import { quantityText } from '../../shared/quantity.ts';
import { ruleOfEconomy } from '../state/marked.ts';
import { economySummary } from '../state/run.ts';
import { economies, scenario } from '../state/scenario.ts';
import { LorenzPlot } from './LorenzPlot.tsx';
import { LineSample } from './Sample.tsx';
import { Typeset } from './Typeset.tsx';

/** Most groups whose regret has a line of its own. */
const MOST_GROUPS = 12;

function Cell({ economy, read }: { economy: number; read: (economy: number) => number | null }) {
  const text = useComputed(() => quantityText(read(economy)));
  return <td class="numeric">{text}</td>;
}

const unitText = (unit: Measure['unit'], { time, chips }: Units): string =>
  ({ '': '', time, 'per time': `1/(${time})`, labs: 'labs', chips })[unit];

/** Every measure of every economy as of now, with its formula. */
export function MeasureTable() {
  const { units, groups } = scenario.value;
  const all = economies.value;
  const regrets = groups.length > MOST_GROUPS ? [] : groups;
  return (
    <details class="accounts">
      <summary>
        <h2>Measures</h2>
        <span class="unit">of every economy now, each with its formula</span>
      </summary>
      <LorenzPlot />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section class="economies" tabIndex={0} aria-label="Measures of every economy">
        <table class="described">
          <thead>
            <tr>
              <th scope="col">Measure</th>
              {all.map(({ name }, i) => (
                <th scope="col" key={name}>
                  {all.length > 1 && <LineSample style="economy" economy={i} rule={ruleOfEconomy(i)} />}
                  <Typeset text={name} />
                </th>
              ))}
              <th scope="col">Formula</th>
            </tr>
          </thead>
          <tbody>
            {measureTable.map(({ id, label, symbol, unit, formula }, index) => (
              <tr key={id}>
                <th scope="row">
                  {label}{' '}
                  <i>
                    <Typeset text={symbol} />
                  </i>{' '}
                  <span class="unit">{unitText(unit, units)}</span>
                </th>
                {all.map(({ name }, i) => (
                  <Cell key={name} economy={i} read={(at) => economySummary(at)?.measures[index] ?? null} />
                ))}
                <td>
                  <Typeset text={formula} />
                </td>
              </tr>
            ))}
            {regrets.map(({ name: group }, index) => (
              <tr key={`regret ${group}`}>
                <th scope="row">
                  regret of {group}{' '}
                  <i>
                    <Typeset text="1 − K/ΣV_i" />
                  </i>
                </th>
                {all.map(({ name }, i) => (
                  <Cell key={name} economy={i} read={(at) => economySummary(at)?.regrets[index] ?? null} />
                ))}
                <td>
                  share of its own optimum’s chips that it misses: <Typeset text="V_i" /> of each lab alone,
                  from K₀ and T₀ + what has spilled in by now
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
