import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { quantityText } from '../../shared/quantity.ts';
import { inputText } from '../format/numbers.ts';
import { Typeset } from '../parts/Typeset.tsx';
import { onChange } from '../state/run.ts';
import type { Cell } from './cells.ts';
import { cells, progress, rowAt, type Shown, shown, subject } from './state.ts';

/** While it fills in, the table follows this often, in milliseconds. */
const every = 1000;

const valueText = (x: number): string => inputText(Number(x.toPrecision(6)));

function entryOf(cell: Cell, regimes: readonly string[]): string {
  switch (cell.kind) {
    case 'value':
      return quantityText(cell.value);
    case 'regime':
      return regimes[cell.regime];
    case 'pending':
      return '';
    case 'failed':
      return 'failed';
    case 'none':
      return '–';
  }
}

/** The cells as they were a moment ago: a table of thousands that changed with every run could not be read. */
function useCells() {
  const seen = useSignal(cells.peek());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = () => {
      timer = undefined;
      seen.value = cells.peek();
    };
    const stop = onChange(
      () => cells.value,
      () => {
        if (progress.peek().phase === 'running') timer ??= setTimeout(take, every);
        else take();
      },
    );
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  return seen.value;
}

function Grid({ of }: { of: Shown }) {
  const all = useCells();
  const { xs, ys } = of.plan;
  const rows = ys?.length ?? 1;
  const regimes = subject.value?.regimes ?? [];
  const x = rowAt(of, of.setup.x.path);
  const y = of.setup.y && rowAt(of, of.setup.y.path);
  const entry = (cell: number) => entryOf(all[cell] ?? { kind: 'pending' }, regimes);
  const meanName = all.some((cell) => cell.kind === 'value' && cell.isLog) ? 'geometric mean' : 'mean';
  const isSpread = !ys && of.plan.seeds > 1 && regimes.length === 0;
  const unit = subject.value?.unit ?? '';
  const what = `${subject.value?.label}${unit === '' ? '' : ` in ${unit}`}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section class="economies chart-table" tabIndex={0} aria-label="The sweep as a table">
      {y && ys ? (
        <table>
          <caption>
            {what}: <Typeset text={x.symbol} /> across, <Typeset text={y.symbol} /> down. A dash: no value.
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <Typeset text={y.symbol} /> \ <Typeset text={x.symbol} />
              </th>
              {xs.map((value) => (
                <th scope="col" class="numeric" key={value}>
                  {valueText(value)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ys.map((value, j) => (
              <tr key={value}>
                <th scope="row" class="numeric">
                  {valueText(value)}
                </th>
                {xs.map((_, i) => (
                  <td class="numeric" key={i}>
                    {entry(i * rows + j)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <table>
          <caption>{what}. A dash: no value.</caption>
          <thead>
            <tr>
              <th scope="col">
                <Typeset text={x.symbol} />
              </th>
              <th scope="col">{isSpread ? meanName : 'value'}</th>
              {isSpread && <th scope="col">least</th>}
              {isSpread && <th scope="col">most</th>}
            </tr>
          </thead>
          <tbody>
            {xs.map((value, i) => {
              const cell = all[i];
              const spread = cell?.kind === 'value' ? [cell.least, cell.most] : [null, null];
              return (
                <tr key={value}>
                  <th scope="row" class="numeric">
                    {valueText(value)}
                  </th>
                  <td class="numeric">{entry(i)}</td>
                  {isSpread &&
                    spread.map((one, n) => (
                      <td class="numeric" key={n}>
                        {quantityText(one)}
                      </td>
                    ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** The picture in numbers, for whoever cannot see it or wants to read it off. */
export function CellTable() {
  const isOpen = useSignal(false);
  const of = shown.value;
  if (!of) return null;
  return (
    <details
      class="accounts"
      id="sweep-table"
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
      }}
    >
      <summary>
        <h3>The sweep as a table</h3>
        <span class="unit">{subject.value?.label}</span>
      </summary>
      {isOpen.value && <Grid of={of} />}
    </details>
  );
}
