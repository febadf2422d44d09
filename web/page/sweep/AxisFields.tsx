import { allowedText, type NumberRow, unitOf } from '../../../src/scenario/index.ts';
import type { SweepParameter } from '../../shared/sweep/parameters.ts';
import type { SweepAxis } from '../../shared/sweep/setup.ts';
import { inputText } from '../format/numbers.ts';
import { unmarked } from '../format/typeset.ts';
import { Typeset } from '../parts/Typeset.tsx';
import { units } from '../state/scenario.ts';
import { withParameter } from './defaults.ts';
import { NumberField } from './NumberField.tsx';
import { parameters, setup } from './state.ts';

const titles = { x: 'Across', y: 'Up' };

/** 'σ: Spillover'; by its label alone where the symbol cannot be written without markup. */
function nameIn({ symbol, label }: NumberRow): string {
  const plain = unmarked(symbol);
  return plain === null ? label : `${plain}: ${label}`;
}

function ParameterChoice({ axis, path }: { axis: 'x' | 'y'; path: string | null }) {
  const all = parameters.value;
  const headings = [...new Set(all.map(({ heading }) => heading))];
  return (
    <label class="sweep-field">
      <span>Parameter</span>
      <select
        id={`sweep-${axis}`}
        value={path ?? ''}
        onChange={(event) => {
          const chosen = all.find((parameter) => parameter.path === event.currentTarget.value) ?? null;
          setup.value = withParameter(setup.value, axis, chosen);
        }}
      >
        {axis === 'y' && <option value="">none: a line</option>}
        {headings.map((heading) => (
          <optgroup key={heading} label={heading}>
            {all
              .filter((one) => one.heading === heading)
              .map(({ path: value, row }) => (
                <option key={value} value={value}>
                  {nameIn(row)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

/** What the parameter is, in a few lines. */
function About({ parameter: { row, value } }: { parameter: SweepParameter }) {
  const unit = unitOf(row, units.value);
  return (
    <p class="fine">
      <Typeset text={row.meaning} /> <b>Raising it:</b> <Typeset text={row.effect} /> Now{' '}
      <Typeset text={value === null ? (row.none ?? 'none') : inputText(value)} />
      {value !== null && unit !== '' && <Typeset text={` ${unit}`} />}; allowed:{' '}
      <Typeset text={allowedText(row, null)} />.
    </p>
  );
}

/** One axis: a parameter and the stretch of it that is swept. */
export function AxisFields({ axis }: { axis: 'x' | 'y' }) {
  const now = setup.value[axis];
  const parameter = parameters.value.find(({ path }) => path === now?.path);
  const change = (more: Partial<SweepAxis>) => {
    if (now) setup.value = { ...setup.value, [axis]: { ...now, ...more } };
  };
  return (
    <fieldset class="sweep-axis">
      <legend>{titles[axis]}</legend>
      <ParameterChoice axis={axis} path={now?.path ?? null} />
      {now && (
        <div class="sweep-range" key={now.path}>
          <NumberField
            id={`sweep-${axis}-from`}
            label="from"
            value={now.from}
            onChange={(from) => change({ from })}
          />
          <NumberField id={`sweep-${axis}-to`} label="to" value={now.to} onChange={(to) => change({ to })} />
          <NumberField
            id={`sweep-${axis}-steps`}
            label="values"
            value={now.steps}
            onChange={(steps) => change({ steps })}
          />
          <label class="sweep-number">
            <span>scale</span>
            <select
              id={`sweep-${axis}-scale`}
              value={now.scale}
              onChange={(event) => change({ scale: event.currentTarget.value as SweepAxis['scale'] })}
            >
              <option value="linear">linear</option>
              <option value="log">log</option>
            </select>
          </label>
        </div>
      )}
      {parameter && <About parameter={parameter} />}
    </fieldset>
  );
}
