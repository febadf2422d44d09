import { economyNames } from '../../shared/sweep/parameters.ts';
import type { SweepMeasure } from '../../shared/sweep/protocol.ts';
import { plainText } from '../format/typeset.ts';
import { scenario } from '../state/scenario.ts';
import { AxisFields } from './AxisFields.tsx';
import { NumberField } from './NumberField.tsx';
import { looked, offered, setup, shown, subject } from './state.ts';

const headingsOf = (measures: readonly SweepMeasure[]): string[] => [
  ...new Set(measures.map(({ heading }) => heading)),
];

function MeasureChoice() {
  const all = offered.value;
  const { measure } = setup.value;
  const isThere = all !== null && [...all.measures, ...all.classifications].some(({ id }) => id === measure);
  return (
    <label class="sweep-field">
      <span>Measure</span>
      <select
        id="sweep-measure"
        value={measure}
        onChange={(event) => {
          setup.value = { ...setup.value, measure: event.currentTarget.value };
        }}
      >
        {!isThere && <option value={measure}>{all ? `${measure}: not of this scenario` : '…'}</option>}
        {all && all.classifications.length > 0 && (
          <optgroup label="Phase diagrams">
            {all.classifications.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </optgroup>
        )}
        {all &&
          headingsOf(all.measures).map((heading) => (
            <optgroup key={heading} label={heading}>
              {all.measures
                .filter((one) => one.heading === heading)
                .map(({ id, label, unit }) => (
                  <option key={id} value={id}>
                    {unit === '' ? label : `${label} (${unit})`}
                  </option>
                ))}
            </optgroup>
          ))}
      </select>
    </label>
  );
}

function EconomyChoice() {
  const names = economyNames(scenario.value);
  if (names.length === 1) return null;
  return (
    <label class="sweep-field">
      <span>Of</span>
      <select
        id="sweep-economy"
        value={setup.value.economy}
        onChange={(event) => {
          setup.value = { ...setup.value, economy: event.currentTarget.value };
        }}
      >
        {names.map((name) => (
          <option key={name} value={name}>
            {plainText(name === 'base' ? 'the base' : name)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What the chosen measure means, and whether the picture can show it. */
function MeasureNote() {
  const { measure } = setup.value;
  const all = offered.value;
  const chosen = all?.measures.find(({ id }) => id === measure);
  const regimes = all?.classifications.find(({ id }) => id === measure)?.regimes;
  const isOther = shown.value !== null && looked.value !== null && looked.value.measure !== measure;
  return (
    <>
      {chosen && (
        <p class="fine">
          {chosen.heading}: {chosen.meaning}
        </p>
      )}
      {regimes && (
        <p class="fine">
          One of {regimes.map(({ label }) => label).join(', ')}; the legend below the picture says when a run
          is which.
        </p>
      )}
      {isOther && (
        <p class="fine sweep-other">
          The picture shows {subject.value?.label}: this measure was not kept. Start again to see it.
        </p>
      )}
    </>
  );
}

/** What is varied, over what, and what is looked at. */
export function SetupForm() {
  const { measure } = setup.value;
  const isOfRegimes = offered.value?.classifications.some(({ id }) => id === measure) ?? false;
  return (
    <div class="sweep-setup">
      <AxisFields axis="x" />
      <AxisFields axis="y" />
      <fieldset class="sweep-axis">
        <legend>What is looked at</legend>
        <MeasureChoice />
        <EconomyChoice />
        <div class="sweep-range">
          <NumberField
            id="sweep-seeds"
            label="Seeds"
            value={setup.value.seeds}
            onChange={(seeds) => {
              setup.value = { ...setup.value, seeds };
            }}
          />
          <p class="fine sweep-beside">
            runs a cell, with the same luck in each;{' '}
            {isOfRegimes
              ? 'the most frequent is shown'
              : 'the mean is shown, the geometric one where runs span more than three decades'}
          </p>
        </div>
        <MeasureNote />
      </fieldset>
    </div>
  );
}
