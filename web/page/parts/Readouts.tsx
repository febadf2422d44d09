import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { measureTable } from '../../../src/measure/measures/table.ts';
import type { EconomySummary } from '../../shared/protocol.ts';
import { quantityText } from '../../shared/quantity.ts';
import { percentText, timeText } from '../format/numbers.ts';
import { statusText } from '../format/words.ts';
import { economySummary } from '../state/run.ts';
import { scenario } from '../state/scenario.ts';
import { Typeset } from './Typeset.tsx';

/** Where the measures have the error of the projected t*. */
const ERROR = measureTable.findIndex(({ id }) => id === 'projectionError');

interface ReadoutProps {
  id: string;
  symbol: string;
  label: ReadonlySignal<string> | string;
  unit?: string;
  read: (base: EconomySummary) => string;
  note?: ReadonlySignal<ComponentChild> | string;
}

/** One number. Its text is a signal: a new value changes one text node and renders nothing. */
function Readout({ id, symbol, label, unit, read, note }: ReadoutProps) {
  const text = useComputed(() => {
    const base = economySummary(0);
    return base ? read(base) : '–';
  });
  return (
    <div class="readout">
      <dt>
        <i>{symbol}</i> {label}
      </dt>
      <dd>
        <span class="measured">
          <span class="numeric" id={id}>
            {text}
          </span>{' '}
          {unit && (
            <span class="unit" title={unit}>
              {unit}
            </span>
          )}
        </span>
        {note && <span class="note">{note}</span>}
      </dd>
    </div>
  );
}

/** t*: where it was located, or where it would be if every lab kept its present split. */
export function blowUpText({ blowUpTime, projectedBlowUp }: EconomySummary): string {
  return quantityText(blowUpTime ?? projectedBlowUp);
}

/** What is below a billionth of the run is rounding, not delay. */
export function delayText(delay: number | null, until: number): string {
  return quantityText(delay !== null && Math.abs(delay) < 1e-9 * until ? 0 : delay, 3);
}

/** The base economy's numbers. */
export function Readouts() {
  const { units, clock } = scenario.value;
  const status = useComputed(() => {
    const base = economySummary(0);
    return base ? `tick ${base.tick.toLocaleString('en')}, ${statusText(base.status)}` : 'getting ready';
  });
  const aboutV = useComputed(() => {
    const base = economySummary(0);
    if (!base) return units.chips;
    if (base.whyNoOptimum !== null) return base.whyNoOptimum;
    return base.separateV === null ? units.chips : `labs apart ${quantityText(base.separateV)}`;
  });
  const noteV = useComputed(() => <Typeset text={aboutV.value} />);
  const blowUpLabel = useComputed(() =>
    typeof economySummary(0)?.blowUpTime === 'number' ? 'blow-up' : 'projected blow-up',
  );
  const blowUp = useComputed(() => {
    const base = economySummary(0);
    if (!base) return '';
    const optimum = base.optimumBlowUp === null ? '' : quantityText(base.optimumBlowUp);
    const error = base.blowUpTime === null ? base.measures[ERROR] : null;
    // What is beyond the digits shown is not said.
    const isSeen = error !== null && error > 5e-5 * (base.projectedBlowUp ?? 0);
    if (!isSeen) return optimum && `optimum’s ${optimum}`;
    return [`± ${quantityText(error, 2)}`, optimum && `best ${optimum}`].filter(Boolean).join(', ');
  });
  return (
    <section aria-label="Numbers of the base economy">
      <dl class="readouts">
        <Readout
          id="t"
          symbol="t"
          label="time"
          unit={units.time}
          read={({ t }) => timeText(t, clock.until)}
          note={status}
        />
        <Readout id="K" symbol="K" label="all chips" read={({ K }) => quantityText(K)} note={units.chips} />
        <Readout id="V" symbol="V" label="optimum by now" read={({ V }) => quantityText(V)} note={noteV} />
        <Readout
          id="efficiency"
          symbol="K/V"
          label="efficiency"
          read={(base) => percentText(base.efficiency)}
          note="of the optimum"
        />
        <Readout
          id="delay"
          symbol="Δt"
          label="delay"
          unit={units.time}
          read={({ delay }) => delayText(delay, clock.until)}
          note="behind the optimum"
        />
        <Readout
          id="blow-up"
          symbol="t*"
          label={blowUpLabel}
          unit={units.time}
          read={blowUpText}
          note={blowUp}
        />
      </dl>
    </section>
  );
}
