import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { CompareBar } from './compare/CompareBar.tsx';
import { SideHead } from './compare/SideHead.tsx';
import { Controls } from './controls/Controls.tsx';
import { flags, type Hideable } from './flags.ts';
import { lazily } from './lazy.tsx';
import { AccountsTable } from './parts/AccountsTable.tsx';
import { BenchmarkTable } from './parts/BenchmarkTable.tsx';
import { ChartTable } from './parts/ChartTable.tsx';
import { Drop } from './parts/Drop.tsx';
import { EconomyTable } from './parts/EconomyTable.tsx';
import { EmbedHeader } from './parts/EmbedHeader.tsx';
import { Figure } from './parts/Figure.tsx';
import { Filming } from './parts/Filming.tsx';
import { Header } from './parts/Header.tsx';
import { Help } from './parts/Help.tsx';
import { Icon } from './parts/Icon.tsx';
import { Legend } from './parts/Legend.tsx';
import { Live } from './parts/Live.tsx';
import { MeasureTable } from './parts/MeasureTable.tsx';
import { Conditional, Notices } from './parts/Notices.tsx';
import { PanelChooser } from './parts/PanelChooser.tsx';
import { Presets } from './parts/Presets.tsx';
import { Readouts } from './parts/Readouts.tsx';
import { Timeline, Transport } from './parts/Transport.tsx';
import { isComparing, letterOf } from './state/beside.ts';
import { lesson } from './state/lesson.ts';
import { isInspecting, toggleInspector } from './state/pin.ts';
import { coreHash } from './state/run.ts';
import { chosen } from './state/scenario.ts';
import { type SideState, shownSides } from './state/sides.ts';
import { isSweepOpen, toggleSweep } from './state/sweep.ts';

/** The controls are half of the page's elements: they come in a task of their own, once the rest can be seen. */
const hasPainted = signal(false);
requestAnimationFrame(() =>
  setTimeout(() => {
    hasPainted.value = true;
  }),
);

const Learn = lazily(async () => (await import('./learn/Learn.tsx')).Learn);

const Differences = lazily(async () => (await import('./compare/Differences.tsx')).Differences);

const Inspector = lazily(async () => (await import('./inspector/Inspector.tsx')).Inspector);

const Sweep = lazily(async () => (await import('./sweep/Sweep.tsx')).Sweep);

/** What is opened below the figure: one lab looked at closely, parameters swept. */
function Closer() {
  return (
    <>
      {isInspecting.value && <Inspector />}
      {isSweepOpen.value && <Sweep />}
      {!(isInspecting.value && isSweepOpen.value) && (
        <div class="openers">
          {!isInspecting.value && (
            <button type="button" class="button small" id="inspect" onClick={toggleInspector}>
              <Icon name="inspect" />
              Inspect a lab
            </button>
          )}
          {!isSweepOpen.value && (
            <button type="button" class="button small" id="sweep" onClick={toggleSweep}>
              <Icon name="sweep" />
              Sweep parameters
            </button>
          )}
        </div>
      )}
    </>
  );
}

function Footer() {
  return (
    <footer class="footer">
      <p>
        Core <code>{coreHash.value ?? '…'}</code>. The same scenario, seed and core give the same bits
        anywhere.
      </p>
    </footer>
  );
}

/** A part that the address may leave out. */
function Part({ name, children }: { name: Hideable; children: ComponentChildren }) {
  return flags.hidden.has(name) ? null : children;
}

/** Of two stages each has a name. */
const labelOf = ({ index }: SideState) =>
  isComparing.value ? { 'aria-label': `Scenario ${letterOf(index)}` } : {};

const hasControls = !flags.hidden.has('controls');

export function App() {
  return (
    <>
      {flags.embed ? <EmbedHeader /> : <Header />}
      <main class={`main${hasControls ? '' : ' alone'}${flags.embed ? ' embedded' : ''}`}>
        <Notices />
        <Filming />
        <Part name="presets">
          <Presets />
        </Part>
        <div class="stage">
          <Part name="transport">
            <Transport />
          </Part>
          {!isComparing.value && (
            <Part name="readouts">
              <Readouts />
            </Part>
          )}
          <div class="card">
            <Part name="timeline">
              <Timeline />
            </Part>
            {!flags.embed && <PanelChooser />}
            <CompareBar />
            <div class={isComparing.value ? 'stages two' : 'stages'}>
              {shownSides.value.map((side) => (
                <section key={side.index} class="stage-of" {...labelOf(side)}>
                  {isComparing.value && <SideHead side={side} />}
                  <Figure side={side} />
                  <Part name="legend">
                    <Legend side={side} />
                  </Part>
                </section>
              ))}
            </div>
          </div>
          {isComparing.value && (
            <Part name="tables">
              <Differences />
            </Part>
          )}
          {!flags.embed && <Closer />}
          <Part name="tables">
            {isComparing.value && <h2 class="of-side">Tables of {letterOf(chosen.value)}</h2>}
            <EconomyTable />
            <BenchmarkTable />
            <MeasureTable />
            <AccountsTable />
            <ChartTable />
          </Part>
          <Conditional />
        </div>
        {hasControls && (
          <div class="side">
            {lesson.value && <Learn />}
            {hasPainted.value && <Controls />}
          </div>
        )}
      </main>
      <Part name="footer">
        <Footer />
      </Part>
      <Help />
      <Live />
      <Drop />
    </>
  );
}
