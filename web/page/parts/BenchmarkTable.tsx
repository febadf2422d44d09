import { useComputed } from '@preact/signals';
import { quantityText } from '../../shared/quantity.ts';
import { benchmarkNow, benchmarks, isHidden } from '../state/benchmarks.ts';
import { economySummary } from '../state/run.ts';
import { scenario } from '../state/scenario.ts';
import { BenchmarkSample } from './Sample.tsx';
import { Typeset } from './Typeset.tsx';

function Chips({ id }: { id: string }) {
  const text = useComputed(() => quantityText(benchmarkNow(id)?.K));
  return <td class="numeric">{text}</td>;
}

function Ratio({ id }: { id: string }) {
  const text = useComputed(() => {
    const there = benchmarkNow(id)?.K;
    const here = economySummary(0)?.K;
    return quantityText(there && here ? here / there : null, 3);
  });
  return <td class="numeric">{text}</td>;
}

/** What the base economy is compared with: numbers, how each was got, and why others do not apply. */
export function BenchmarkTable() {
  const { units } = scenario.value;
  const applying = benchmarks.value.filter(({ reason }) => reason === null);
  const others = benchmarks.value.filter(({ reason }) => reason !== null);
  return (
    <details class="accounts">
      <summary>
        <h2>Benchmarks</h2>
        <span class="unit">what the base economy is compared with, and how each was got</span>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section class="economies" tabIndex={0} aria-label="Benchmarks of the base economy">
        <table class="described">
          <thead>
            <tr>
              <th scope="col">Benchmark</th>
              <th scope="col">
                K <span class="unit">{units.chips}</span>
              </th>
              <th scope="col">
                K of the labs <span class="unit">over its K</span>
              </th>
              <th scope="col">
                t* <span class="unit">{units.time}</span>
              </th>
              <th scope="col">How it was got, or why it does not apply</th>
            </tr>
          </thead>
          <tbody>
            {applying.map(({ id, label, how, blowUpTime, accuracy }) => (
              <tr key={id}>
                <th scope="row">
                  <BenchmarkSample id={id} />
                  <Typeset text={label} />
                  {isHidden(id) && <span class="unit"> (not drawn)</span>}
                </th>
                <Chips id={id} />
                <Ratio id={id} />
                <td class="numeric">{quantityText(blowUpTime)}</td>
                <td>
                  <Typeset text={how} />
                  {accuracy !== null && <Typeset text={` Here computed ${accuracy}.`} />}
                </td>
              </tr>
            ))}
            {others.map(({ id, label, reason }) => (
              <tr key={id}>
                <th scope="row">
                  <Typeset text={label} />
                </th>
                <td class="numeric">–</td>
                <td class="numeric">–</td>
                <td class="numeric">–</td>
                <td class="unit">
                  <Typeset text={reason ?? ''} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
