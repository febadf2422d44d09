import { parameter } from '../../../src/scenario/index.ts';
import { quantityText } from '../../shared/quantity.ts';
import { NumberControl } from '../controls/NumberControl.tsx';
import { chooseSpeed, goal, reset, seek, step, stepBack, togglePlay } from '../lab/session.ts';
import { clock, isComparing } from '../state/beside.ts';
import { canFork, forkHere } from '../state/editing.ts';
import { isEnded, isPlaying, speed, speeds, summary } from '../state/run.ts';
import { newSeed, scenario } from '../state/scenario.ts';
import { shownSides } from '../state/sides.ts';
import { Icon } from './Icon.tsx';

/** A tick of one run, or a step of the clock of two. */
const stepWord = (): string => (isComparing.value ? 'step' : 'tick');

const speedText = (steps: number): string =>
  Number.isFinite(steps) ? `${steps} ${stepWord()}${steps === 1 ? '' : 's'}/s` : 'as fast as it goes';

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

/** Time itself: drag it back and forth over everything that has been reached, or on to what has not. */
export function Timeline() {
  const now = summary.value;
  const { h, until } = clock.value;
  const most = now?.length ?? Math.max(now?.furthest ?? 0, Math.ceil(until / h - 1e-6));
  const position = goal.value ?? now?.position ?? 0;
  const t = Math.max(
    0,
    ...shownSides.value.flatMap((side) => side.summary.value?.economies.map((economy) => economy.t) ?? []),
  );
  const known = now ? (100 * now.furthest) / Math.max(1, most) : 0;
  return (
    <input
      id="timeline"
      class="timeline"
      type="range"
      min="0"
      max={most}
      step="1"
      value={position}
      style={{ '--known': `${known}%`, '--done': `${(100 * position) / Math.max(1, most)}%` }}
      aria-label="Time"
      aria-valuetext={`t = ${quantityText(t)} ${scenario.value.units.time}, ${stepWord()} ${position} of ${most}`}
      onInput={(event) => seek(Number(event.currentTarget.value))}
    />
  );
}

/** Play, pause, step, back, reset, fork, speed and luck. */
export function Transport() {
  return (
    <section class="transport" aria-label="Run">
      <div class="buttons">
        <PlayButton />
        <button
          type="button"
          class="button"
          onClick={stepBack}
          id="step-back"
          disabled={(summary.value?.position ?? 0) === 0}
          aria-label="One step back"
          title="One step back"
        >
          <Icon name="back" />
        </button>
        <button type="button" class="button" onClick={step} id="step" aria-label="One step" title="One step">
          <Icon name="step" />
        </button>
        <button
          type="button"
          class="button"
          onClick={reset}
          id="reset"
          aria-label="Reset to t = 0"
          title="Reset to t = 0"
        >
          <Icon name="reset" />
        </button>
        <button type="button" class="button" onClick={forkHere} id="fork" disabled={!canFork.value}>
          <Icon name="fork" />
          Fork here
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
