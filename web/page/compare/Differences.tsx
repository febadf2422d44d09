import { computed, useComputed } from '@preact/signals';
import type { EconomySummary } from '../../shared/protocol.ts';
import { quantityText } from '../../shared/quantity.ts';
import { statusText } from '../format/words.ts';
import { Typeset } from '../parts/Typeset.tsx';
import { letterOf } from '../state/beside.ts';
import { type SideState, sides } from '../state/sides.ts';
import { type Compared, compared, differenceText, ratioText, unitWords } from './numbers.ts';
import { differencesInWords } from './words.ts';

const words = computed(() => differencesInWords(sides[0].scenario.value, sides[1].scenario.value));

const baseOf = ({ summary }: SideState): EconomySummary | null => summary.value?.economies[0] ?? null;

function read(row: Compared, side: SideState): number | null {
  const base = baseOf(side);
  return base && row.read(base);
}

function InWords() {
  const all = words.value;
  if (all.length === 0)
    return (
      <p class="fine">Nothing differs yet. Change something on either side, or open another preset there.</p>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section class="economies" tabIndex={0} aria-label="What differs, in words">
      <table class="worded">
        <thead>
          <tr>
            <th scope="col">What differs</th>
            <th scope="col">A</th>
            <th scope="col">B</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ what, a, b }) => (
            <tr key={what}>
              <th scope="row">
                <Typeset text={what} />
              </th>
              <td>
                <Typeset text={a} />
              </td>
              <td>
                <Typeset text={b} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** One row; its four texts are signals, so that a new summary changes text nodes and renders nothing. */
function Numbers({ row }: { row: Compared }) {
  const [a, b] = sides;
  const isCommon = (): boolean => unitWords(row.unit, a.units.value) === unitWords(row.unit, b.units.value);
  const texts = [
    useComputed(() => quantityText(read(row, a))),
    useComputed(() => quantityText(read(row, b))),
    useComputed(() => (isCommon() ? differenceText(read(row, a), read(row, b)) : '–')),
    useComputed(() => (isCommon() ? ratioText(read(row, a), read(row, b)) : '–')),
  ];
  const units = [a, b].map((side) => unitWords(row.unit, side.units.value));
  return (
    <tr>
      <th scope="row">
        {row.label}{' '}
        <i>
          <Typeset text={row.symbol} />
        </i>{' '}
        <span class="unit">{units[0] === units[1] ? units[0] : `A in ${units[0]}, B in ${units[1]}`}</span>
      </th>
      {texts.map((text, i) => (
        <td key={i} class="numeric">
          {text}
        </td>
      ))}
    </tr>
  );
}

/** Where the two do not stand at one time: one has ended, or its decisions fall on other times. */
function Apart() {
  const text = useComputed(() => {
    const [a, b] = sides.map(baseOf);
    if (!a || !b || Math.abs(a.t - b.t) <= 1e-9 * Math.max(a.t, b.t)) return '';
    const stands = [a, b].map(
      ({ t, status }, side) =>
        `${letterOf(side as 0 | 1)} at t = ${quantityText(t)}${status === 'running' ? '' : `, where it ${statusText(status)}`}`,
    );
    const why =
      a.status === 'running' && b.status === 'running'
        ? 'Their decisions fall on different times: each stands at its last one.'
        : 'These are numbers of different times.';
    return `${stands.join('; ')}. ${why}`;
  });
  return (
    <p class="fine" id="apart">
      {text}
    </p>
  );
}

/** What is not the same on both sides: in words, and in numbers as time goes on. */
export function Differences() {
  return (
    <section class="differences" aria-labelledby="differences-title">
      <h2 id="differences-title">Differences</h2>
      <InWords />
      <Apart />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section class="economies" tabIndex={0} aria-label="What differs, in numbers">
        <table class="compared">
          <thead>
            <tr>
              <th scope="col">Base economies now</th>
              <th scope="col">A</th>
              <th scope="col">B</th>
              <th scope="col">B − A</th>
              <th scope="col">B / A</th>
            </tr>
          </thead>
          <tbody>
            {compared.map((row) => (
              <Numbers key={row.label} row={row} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
