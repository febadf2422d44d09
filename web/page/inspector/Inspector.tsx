import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { ruleOf } from '../../../src/scenario/rules.ts';
import { ruleColor } from '../../render/marks.ts';
import type { Inspection, LabPlace } from '../../shared/protocol.ts';
import { quantityText } from '../../shared/quantity.ts';
import { typedValue } from '../format/numbers.ts';
import { plainText } from '../format/typeset.ts';
import { Icon } from '../parts/Icon.tsx';
import { Typeset } from '../parts/Typeset.tsx';
import { inspection, pin, stopInspecting } from '../state/pin.ts';
import { economies, units } from '../state/scenario.ts';
import { theme } from '../state/theme.ts';
import { lineThrough } from './line.ts';

/** Chooses a lab by economy, group and number: what a click on its dot does too. */
function Choose({ at }: { at: LabPlace }) {
  const [problem, tell] = useState('');
  const id = useId();
  const all = economies.value;
  const economy = all[at.economy] ?? all[0];
  const group = economy.groups[at.group] ?? economy.groups[0];
  const choose = async (place: LabPlace, refused = '') => {
    tell((await pin(place)) ? '' : refused);
  };
  const number = (typed: string) => {
    const lab = typedValue(typed);
    const isLegal = typeof lab === 'number' && Number.isInteger(lab) && lab >= 1 && lab <= group.count;
    const allowed = `Lab: got ${typed || 'nothing'}; allowed: a whole number from 1 to ${group.count}.`;
    if (isLegal) void choose({ ...at, lab: lab - 1 }, allowed);
    else tell(allowed);
  };
  return (
    <div class="inspector-choice">
      {all.length > 1 && (
        <label>
          <span>Economy</span>
          <select
            value={String(at.economy)}
            onChange={(event) => choose({ economy: Number(event.currentTarget.value), group: 0, lab: 0 })}
          >
            {all.map(({ name }, i) => (
              <option key={name} value={String(i)}>
                {plainText(name)}
              </option>
            ))}
          </select>
        </label>
      )}
      {economy.groups.length > 1 && (
        <label>
          <span>Group</span>
          <select
            value={String(at.group)}
            onChange={(event) => choose({ ...at, group: Number(event.currentTarget.value), lab: 0 })}
          >
            {economy.groups.map(({ name }, i) => (
              <option key={name} value={String(i)}>
                {plainText(name)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>Lab</span>
        <input
          id="inspected-lab"
          type="text"
          inputMode="numeric"
          class="number"
          autocomplete="off"
          key={`${at.economy} ${at.group} ${at.lab}`}
          defaultValue={String(at.lab + 1)}
          aria-invalid={problem !== ''}
          aria-describedby={`${id}-problem`}
          onChange={(event) => number(event.currentTarget.value)}
        />
        <span class="unit">of {group.count.toLocaleString('en')}</span>
      </label>
      <p id={`${id}-problem`} class="refusal" aria-live="polite">
        {problem}
      </p>
    </div>
  );
}

interface ChartProps {
  symbol: string;
  label: string;
  unit: string;
  of: Inspection;
  values: Float64Array;
  isLog?: boolean;
  span?: readonly [number, number];
}

/** One quantity of the lab over time, to where it is known; a dotted line where time stands. */
function Chart({ symbol, label, unit, of, values, isLog = false, span }: ChartProps) {
  const { t } = of.history;
  const end = t[t.length - 1] ?? 0;
  const line = lineThrough({ t, values, end, isLog, isStepped: !isLog, ...(span ? { span } : {}) });
  const now = end > t[0] ? (of.t - t[0]) / (end - t[0]) : 1;
  const low = line ? quantityText(line.low, 3) : '–';
  const high = line ? quantityText(line.high, 3) : '–';
  return (
    <figure class="path">
      <figcaption>
        <i>{symbol}</i> {label} <span class="unit">{isLog ? `${unit}, log axis` : unit}</span>
      </figcaption>
      <div class="path-plot">
        <span class="path-high">{high}</span>
        {low !== high && <span class="path-low">{low}</span>}
        <svg
          viewBox="0 0 1 1"
          preserveAspectRatio="none"
          role="img"
          aria-label={`${symbol} over time, between ${low} and ${high}`}
        >
          {line && <path d={line.path} style={{ stroke: ruleColor(theme.value, of.rule) }} />}
          {now < 1 && <line class="path-now" x1={now} x2={now} y1="0" y2="1" />}
        </svg>
        <span class="path-start">t = {quantityText(t[0] ?? 0, 3)}</span>
        <span class="path-end">{quantityText(end, 3)}</span>
      </div>
    </figure>
  );
}

function Body({ of }: { of: Inspection }) {
  const { chips, training, time } = units.value;
  const { why, history } = of;
  const present = [
    { label: 't', value: `${quantityText(of.t)} ${time}` },
    { label: 'K', value: `${quantityText(of.K)} ${chips}` },
    { label: 'T', value: `${quantityText(of.T)} ${training}` },
    { label: 'q', value: of.q === null ? 'not yet decided' : quantityText(of.q, 4) },
    { label: 'ĉ', value: quantityText(of.cHat) },
  ];
  return (
    <div class="inspector-body">
      <div>
        <p>
          <b id="inspected">{of.title}</b>
          {of.economy !== null && (
            <span class="unit">
              {' '}
              in <Typeset text={of.economy} />
            </span>
          )}
          <span class="unit"> {ruleOf(of.rule).label}</span>
        </p>
        <dl class="inspector-now">
          {present.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd class="numeric">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div class="why">
        <h3>Why this q</h3>
        <p id="why">
          <Typeset text={why.words} />
        </p>
        {why.figures.length > 0 && (
          <dl>
            {why.figures.map(({ label, value }) => (
              <div key={label}>
                <dt>
                  <Typeset text={label} />
                </dt>
                <dd class="numeric">{value}</dd>
              </div>
            ))}
          </dl>
        )}
        <p class="fine">Seen at the start of the tick, as it decided.</p>
      </div>
      <div class="paths">
        <Chart symbol="K" label="chips" unit={chips} of={of} values={history.K} isLog />
        <Chart symbol="T" label="training" unit={training} of={of} values={history.T} isLog />
        <Chart symbol="q" label="training share" unit="" of={of} values={history.q} span={[0, 1]} />
      </div>
      {of.since > 0 && (
        <p class="fine">
          Followed from t = {quantityText(of.since)} on: to replay what came before would take too long here.
        </p>
      )}
    </div>
  );
}

/** One lab, closely: where it is, where it has been, and why it chose its split just now. */
export function Inspector() {
  const ref = useRef<HTMLElement>(null);
  const of = inspection.value;
  useEffect(() => {
    ref.current!.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section class="inspector" aria-labelledby="inspector-title" ref={ref}>
      <div class="lesson-head">
        <h2 id="inspector-title">Lab inspector</h2>
        <button type="button" class="button quiet" aria-label="Close the inspector" onClick={stopInspecting}>
          <Icon name="remove" />
        </button>
      </div>
      <Choose at={of?.place ?? { economy: 0, group: 0, lab: 0 }} />
      {of ? <Body of={of} /> : <p>There is no such lab in this economy. Choose another, or click a dot.</p>}
    </section>
  );
}
