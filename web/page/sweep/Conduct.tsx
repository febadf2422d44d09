import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Icon } from '../parts/Icon.tsx';
import { onChange } from '../state/run.ts';
import { go, pause, start, workers } from './conductor.ts';
import { isSame, type Phase, progress, shown, trouble, verdict } from './state.ts';
import { rateText, waitText } from './words.ts';

const countText = (n: number): string => n.toLocaleString('en');
const runsText = (n: number): string => `${countText(n)} ${n === 1 ? 'run' : 'runs'}`;

/** How many runs, and how long they will take, before anything is begun. */
function estimateText(): string {
  const said = verdict.value;
  if (!said || said.runs === null) return '';
  const cores = `${workers} ${workers === 1 ? 'core' : 'cores'}`;
  const begins = `${runsText(said.runs)} on ${cores}`;
  if (said.each === null)
    return progress.value.phase === 'running' ? `${begins}.` : `${begins}; some are being timed.`;
  if (!Number.isFinite(said.each)) return `${begins}; one alone takes longer than 4 s.`;
  return `${begins}: ${waitText((said.runs * said.each) / workers)}.`;
}

function progressText(): string {
  const { phase, done, failed, rate, left } = progress.value;
  const of = shown.value;
  if (!of) return '';
  const parts = [`${countText(done)} of ${runsText(of.plan.runs)}`];
  if (failed > 0) parts.push(`${countText(failed)} failed`);
  if (phase === 'paused') parts.push('paused');
  if (phase === 'done') parts.push('done');
  if (rate !== null) parts.push(rateText(rate));
  if (left !== null) parts.push(`${waitText(left)} left`);
  return parts.join(' · ');
}

const words = signal('');
/** While it runs, a listener hears of it this often, in milliseconds; at once when it starts, pauses or ends. */
const every = 10_000;

/** The progress for screen readers, throttled. */
function Said() {
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY;
    let phase: Phase = 'idle';
    words.value = '';
    return onChange(
      () => progress.value,
      (now) => {
        if (now.phase === phase && performance.now() - last < every) return;
        phase = now.phase;
        last = performance.now();
        words.value =
          now.phase === 'running' && now.done === 0 ? 'The sweep runs.' : `Sweep: ${progressText()}.`;
      },
    );
  }, []);
  return (
    <p class="visually-hidden" role="status" id="sweep-said">
      {words}
    </p>
  );
}

function Problems() {
  const problems = verdict.value?.problems ?? [];
  return (
    <div id="sweep-problems" class="refusal" aria-live="polite">
      {problems.map(({ path, got, allowed }) => (
        <p key={path + allowed}>
          <b>{path}</b>: got {got}; allowed: {allowed}.
        </p>
      ))}
      {trouble.value !== null && <p>{trouble.value}</p>}
    </div>
  );
}

/** Starts, pauses, goes on; and says how far it is. */
export function Conduct() {
  const { phase, done } = progress.value;
  const isRefused = (verdict.value?.problems.length ?? 0) > 0;
  const isRunning = phase === 'running';
  const goesOn = phase === 'paused' && isSame.value;
  const of = shown.value;
  return (
    <div class="sweep-conduct">
      <Problems />
      <div class="sweep-acts">
        {/*
          Two buttons, each in its place: what pauses must not become what begins anew under a pointer. The one that has nothing
          to do is not `disabled`: it may have the focus, and would lose it.
        */}
        <button
          type="button"
          class="button primary"
          id="sweep-start"
          disabled={isRefused && !isRunning}
          aria-disabled={isRunning}
          onClick={isRunning ? undefined : goesOn ? go : start}
        >
          <Icon name="play" />
          {goesOn ? 'Go on' : of ? 'Start again' : 'Start'}
        </button>
        <button
          type="button"
          class="button"
          id="sweep-pause"
          aria-disabled={!isRunning}
          onClick={isRunning ? pause : undefined}
        >
          <Icon name="pause" />
          Pause
        </button>
        <p class="sweep-progress numeric">
          {of && <progress max={of.plan.runs} value={done} aria-label="Runs made" />}
          <span id="sweep-progress">{progressText()}</span>
        </p>
      </div>
      {!isSame.value && !isRunning && <p id="sweep-estimate">{estimateText()}</p>}
      {isRunning && <p class="fine">The run above waits meanwhile, if it was playing.</p>}
      <Said />
    </div>
  );
}
