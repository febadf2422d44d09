import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ChartReadings } from '../../shared/protocol.ts';
import { quantityText } from '../../shared/quantity.ts';
import { inputText } from '../format/numbers.ts';
import { api } from '../lab/session.ts';
import { onChange, summary } from '../state/run.ts';
import { chosen, scenario } from '../state/scenario.ts';
import { isTableOpen, toggleTable } from '../state/table.ts';
import { Typeset } from './Typeset.tsx';

/** While it plays, the table follows this often, in milliseconds. */
const every = 1000;

const readings = signal<ChartReadings | null>(null);

/** Asks the worker for the table whenever something new is known, but not more often than it can be read. */
function useReadings(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = Number.NEGATIVE_INFINITY;
    const ask = async () => {
      timer = undefined;
      last = performance.now();
      const found = await api()?.chartReadings(chosen.value);
      if (found) readings.value = found;
    };
    const soon = () => {
      timer ??= setTimeout(ask, Math.max(0, last + every - performance.now()));
    };
    soon();
    const stop = onChange(() => summary.value, soon);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
}

function Table() {
  useReadings();
  const now = readings.value;
  const { units } = scenario.value;
  if (!now) return null;
  const all = now.economies;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section class="economies chart-table" tabIndex={0} aria-label="The charts as a table">
      <table>
        <caption>
          K and V in {units.chips}, q as a share of all chips, by time in {units.time}.
        </caption>
        <thead>
          {all.length > 1 && (
            <tr>
              <td />
              {all.map(({ name }) => (
                <th scope="colgroup" colSpan={3} key={name}>
                  <Typeset text={name} />
                </th>
              ))}
            </tr>
          )}
          <tr>
            <th scope="col">t</th>
            {all.map(({ name }) =>
              ['K', 'V', 'q'].map((symbol) => (
                <th scope="col" key={`${name} ${symbol}`}>
                  {symbol}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {now.times.map((t, row) => (
            <tr key={t}>
              <th scope="row" class="numeric">
                {inputText(Number(t.toPrecision(6)))}
              </th>
              {all.map(({ name, K, V, q }) =>
                [K, V, q].map((column, i) => (
                  <td class="numeric" key={`${name} ${i}`}>
                    {quantityText(column[row], i === 2 ? 3 : 4)}
                  </td>
                )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What the lines over time say, in numbers, for whoever cannot see them or wants to read them off. */
export function ChartTable() {
  const ref = useRef<HTMLDetailsElement>(null);
  const isOpen = isTableOpen.value;
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    // Opened by its key, it may lie far below: the focus goes there.
    if (isOpen && !wasOpen.current) ref.current!.querySelector('summary')!.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <details class="accounts" ref={ref} open={isOpen} id="chart-table">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button */}
      <summary
        onClick={(event) => {
          event.preventDefault();
          toggleTable();
        }}
      >
        <h2>Charts as a table</h2>
        <span class="unit">K, V and q by time</span>
      </summary>
      {isOpen && <Table />}
    </details>
  );
}
