import { useEffect, useRef } from 'preact/hooks';
import { setupProblems, setupText } from '../../shared/sweep/setup.ts';
import { Icon } from '../parts/Icon.tsx';
import { isComparing, letterOf } from '../state/beside.ts';
import { onChange } from '../state/run.ts';
import { chosen } from '../state/scenario.ts';
import { toggleSweep } from '../state/sweep.ts';
import { CellTable } from './CellTable.tsx';
import { Conduct } from './Conduct.tsx';
import { follow } from './conductor.ts';
import { Keep } from './Keep.tsx';
import { Plot } from './Plot.tsx';
import { Reading } from './Reading.tsx';
import { SetupForm } from './SetupForm.tsx';
import { isStale, setup, shown, subject } from './state.ts';

/** Browsers refuse hundreds of changes of the address a minute; this long, in milliseconds, it rests. */
const REST = 250;

/** Keeps the setup in the address, so that a reload or a copied link finds it; takes it away with the panel. */
function followSetup(): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const write = (text: string | null) => {
    const address = new URL(location.href);
    if (text === null) address.searchParams.delete('sweep');
    else address.searchParams.set('sweep', text);
    if (address.href !== location.href) history.replaceState(null, '', address);
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (setupProblems(setup.value).length === 0) write(setupText(setup.value));
    }, REST);
  };
  soon();
  const stop = onChange(() => setup.value, soon);
  return () => {
    stop();
    clearTimeout(waiting);
    write(null);
  };
}

/** What the picture belongs to, where that is not what is set up now. */
function Belongs() {
  const of = shown.value;
  if (!of || !isStale.value) return null;
  const letter = letterOf(chosen.value);
  return (
    <p class="sweep-stale" id="sweep-stale">
      {isComparing.value
        ? `This sweep belongs to another scenario than ${letter} is now: they differ in more than what it varies. A cell opens the run as it was swept, in the place of ${letter}.`
        : 'This sweep belongs to an earlier scenario: since then more was changed than what it varies. A cell opens the run as it was swept.'}
    </p>
  );
}

/** Closes it from within: the focus goes on at the button that opens it again. */
function leave(): void {
  toggleSweep();
  requestAnimationFrame(() => document.querySelector<HTMLElement>('#sweep')?.focus());
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  event.preventDefault(); // elsewhere it brings panels back
  leave();
}

/** Parameters across and up, a measure, and a picture that fills in while every core runs. */
export function Sweep() {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    ref.current!.scrollIntoView({ block: 'nearest' });
    const stops = [follow(), followSetup()];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return (
    <section class="sweep" aria-labelledby="sweep-title" ref={ref} onKeyDown={onKeyDown}>
      <div class="lesson-head">
        <h2 id="sweep-title">Sweep parameters{isComparing.value && ` of ${letterOf(chosen.value)}`}</h2>
        <button type="button" class="button quiet" aria-label="Close the sweep" onClick={leave}>
          <Icon name="remove" />
        </button>
      </div>
      <SetupForm />
      <Conduct />
      {shown.value && subject.value && (
        <>
          <Belongs />
          <Plot />
          <Reading />
          <Keep />
          <CellTable />
        </>
      )}
    </section>
  );
}
