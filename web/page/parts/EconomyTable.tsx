import { useComputed } from '@preact/signals';
import type { Group, Variant } from '../../../src/scenario/types.ts';
import type { EconomySummary } from '../../shared/protocol.ts';
import { quantityText } from '../../shared/quantity.ts';
import { changeText } from '../format/changes.ts';
import { percentText, timeText } from '../format/numbers.ts';
import { statusText } from '../format/words.ts';
import { ruleOfEconomy } from '../state/marked.ts';
import { economySummary } from '../state/run.ts';
import { economies, scenario } from '../state/scenario.ts';
import { blowUpText, delayText } from './Readouts.tsx';
import { LineSample } from './Sample.tsx';
import { Typeset } from './Typeset.tsx';

function Cell({ economy, read }: { economy: number; read: (now: EconomySummary) => string }) {
  const text = useComputed(() => {
    const now = economySummary(economy);
    return now ? read(now) : '–';
  });
  return <td class="numeric">{text}</td>;
}

const changesOf = ({ set }: Variant, groups: readonly Group[]): string =>
  Object.entries(set)
    .map(([path, value]) => changeText(path, value, groups))
    .join('; ');

/** Every economy of the scenario beside the others: the numbers behind the picture. */
export function EconomyTable() {
  const { units, clock, variants, groups } = scenario.value;
  const all = economies.value;
  if (all.length < 2) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section class="economies" tabIndex={0} aria-label="Economies compared">
      <table>
        <thead>
          <tr>
            <th scope="col">Economy</th>
            <th scope="col">
              t <span class="unit">{units.time}</span>
            </th>
            <th scope="col">
              K <span class="unit">{units.chips}</span>
            </th>
            <th scope="col">q</th>
            <th scope="col">K/V</th>
            <th scope="col">
              delay <span class="unit">{units.time}</span>
            </th>
            <th scope="col">
              t* <span class="unit">{units.time}</span>
            </th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ name }, i) => (
            <tr key={name}>
              <th scope="row">
                <LineSample style="economy" economy={i} rule={ruleOfEconomy(i)} />
                <Typeset text={name} />
                {i > 0 && (
                  <span class="unit changes">
                    <Typeset text={changesOf(variants[i - 1], groups)} />
                  </span>
                )}
              </th>
              <Cell economy={i} read={({ t }) => timeText(t, clock.until)} />
              <Cell economy={i} read={({ K }) => quantityText(K)} />
              <Cell economy={i} read={({ q }) => quantityText(q, 3)} />
              <Cell economy={i} read={({ efficiency }) => percentText(efficiency)} />
              <Cell economy={i} read={({ delay }) => delayText(delay, clock.until)} />
              <Cell economy={i} read={blowUpText} />
              <Cell economy={i} read={({ status }) => statusText(status)} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
