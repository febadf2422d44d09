import { useComputed } from '@preact/signals';
import { parameter } from '../../../src/scenario/index.ts';
import { NumberControl } from '../controls/NumberControl.tsx';
import { chooseSpeed, reset, step, togglePlay } from '../lab/session.ts';
import { isEnded, isPlaying, speed, speeds, summary } from '../state/run.ts';
import { newSeed, scenario } from '../state/scenario.ts';
import { Icon } from './Icon.tsx';

const speedText = (ticks: number): string =>
  Number.isFinite(ticks) ? `${ticks} tick${ticks === 1 ? '' : 's'}/s` : 'as fast as it goes';

function PlayButton() {
  const playing = isPlaying.value;
  const words = playing ? 'Pause' : isEnded.value ? 'Play again' : 'Play';
  return (
    <button type="button" class="button primary play" onClick={togglePlay} id="play">
      <Icon name={playing ? 'pause' : 'play'} />
      {words}
    </button>
  );
}

function SpeedSelect() {
  return (
    <label class="speed">
      <span>Speed</span>
      <select
        value={String(speed.value)}
        onChange={(event) => chooseSpeed(Number(event.currentTarget.value))}
      >
        {speeds.map((offered) => (
          <option key={offered} value={String(offered)}>
            {speedText(offered)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** How far the furthest economy has got; not a control. */
export function Progress() {
  const done = useComputed(() => {
    const now = summary.value;
    if (!now) return '0';
    return String(Math.min(1, Math.max(...now.economies.map((economy) => economy.t)) / now.until));
  });
  return <progress class="progress" value={done} max="1" aria-label="Share of the run done" />;
}

/** Play, pause, step, reset, speed and luck. */
export function Transport() {
  return (
    <section class="transport" aria-label="Run">
      <div class="buttons">
        <PlayButton />
        <button type="button" class="button" onClick={step} id="step">
          <Icon name="step" />
          Step
        </button>
        <button type="button" class="button" onClick={reset} id="reset">
          <Icon name="reset" />
          Reset
        </button>
      </div>
      <SpeedSelect />
      <div class="seed">
        <NumberControl row={parameter('seed')} path="seed" value={scenario.value.seed} compact />
        <button type="button" class="button" onClick={newSeed}>
          <Icon name="dice" />
          New seed
        </button>
      </div>
    </section>
  );
}
