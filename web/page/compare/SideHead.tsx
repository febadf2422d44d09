import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { EconomySummary } from '../../shared/protocol.ts';
import { quantityText } from '../../shared/quantity.ts';
import { flags } from '../flags.ts';
import { percentText, timeText } from '../format/numbers.ts';
import { nameText, statusText } from '../format/words.ts';
import { Icon } from '../parts/Icon.tsx';
import { blowUpText } from '../parts/Readouts.tsx';
import { clock, letterOf } from '../state/beside.ts';
import { closeSide, edit } from '../state/comparing.ts';
import { chosen } from '../state/scenario.ts';
import type { SideState } from '../state/sides.ts';

function Reading({ symbol, text, unit }: { symbol: string; text: ReadonlySignal<string>; unit?: string }) {
  return (
    <div>
      <dt>{symbol}</dt>
      <dd>
        <span class="numeric">{text}</span>
        {unit && <span class="unit"> {unit}</span>}
      </dd>
    </div>
  );
}

function useText(side: SideState, read: (base: EconomySummary) => string): ReadonlySignal<string> {
  return useComputed(() => {
    const base = side.summary.value?.economies[0];
    return base ? read(base) : '–';
  });
}

/** Which of two scenarios a stage shows, its main numbers, and whether the controls are about it. */
export function SideHead({ side }: { side: SideState }) {
  const { title, name, units } = side.scenario.value;
  const letter = letterOf(side.index);
  const isChosen = chosen.value === side.index;
  const t = useText(side, (base) => timeText(base.t, clock.value.until));
  const K = useText(side, (base) => quantityText(base.K));
  const q = useText(side, (base) => quantityText(base.q, 3));
  const efficiency = useText(side, (base) => percentText(base.efficiency));
  const blowUp = useText(side, blowUpText);
  const ended = useText(side, ({ status }) =>
    status === 'running' || status === 'waiting' ? '' : `It ${statusText(status)} and stays there.`,
  );
  return (
    <header class="side-head">
      <div class="side-name">
        <h2>
          <b class="letter">{letter}</b> {title || nameText(name)}
        </h2>
        {!flags.embed && (
          <div class="buttons">
            <button
              type="button"
              class="button small"
              aria-pressed={isChosen}
              data-edit={letter}
              onClick={() => edit(side.index)}
            >
              {isChosen ? `Editing ${letter}` : `Edit ${letter}`}
            </button>
            <button
              type="button"
              class="button small quiet"
              aria-label={`Close ${letter}`}
              title={`Close ${letter}`}
              data-close={letter}
              onClick={() => closeSide(side.index)}
            >
              <Icon name="remove" />
            </button>
          </div>
        )}
      </div>
      {!flags.hidden.has('readouts') && (
        <dl class="side-numbers" aria-label={`Numbers of ${letter}`}>
          <Reading symbol="t" text={t} unit={units.time} />
          <Reading symbol="K" text={K} unit={units.chips} />
          <Reading symbol="q" text={q} />
          <Reading symbol="K/V" text={efficiency} />
          <Reading symbol="t*" text={blowUp} />
        </dl>
      )}
      <p class="fine side-ended">{ended}</p>
    </header>
  );
}
