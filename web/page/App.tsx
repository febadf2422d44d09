import { signal } from '@preact/signals';
import { Controls } from './controls/Controls.tsx';
import { lazily } from './lazy.tsx';
import { AccountsTable } from './parts/AccountsTable.tsx';
import { BenchmarkTable } from './parts/BenchmarkTable.tsx';
import { Drop } from './parts/Drop.tsx';
import { EconomyTable } from './parts/EconomyTable.tsx';
import { Figure } from './parts/Figure.tsx';
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
import { lesson } from './state/lesson.ts';
import { isInspecting, toggleInspector } from './state/pin.ts';
import { coreHash } from './state/run.ts';

/** The controls are half of the page's elements: they come in a task of their own, once the rest can be seen. */
const hasPainted = signal(false);
requestAnimationFrame(() =>
  setTimeout(() => {
    hasPainted.value = true;
  }),
);

const Learn = lazily(async () => (await import('./learn/Learn.tsx')).Learn);

const Inspector = lazily(async () => (await import('./inspector/Inspector.tsx')).Inspector);

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

export function App() {
  return (
    <>
      <Header />
      <main class="main">
        <Notices />
        <Presets />
        <div class="stage">
          <Transport />
          <Readouts />
          <div class="card">
            <Timeline />
            <PanelChooser />
            <Figure />
            <Legend />
          </div>
          {isInspecting.value ? (
            <Inspector />
          ) : (
            <button type="button" class="button small inspect-open" id="inspect" onClick={toggleInspector}>
              <Icon name="inspect" />
              Inspect a lab
            </button>
          )}
          <EconomyTable />
          <BenchmarkTable />
          <MeasureTable />
          <AccountsTable />
          <Conditional />
        </div>
        <div class="side">
          {lesson.value && <Learn />}
          {hasPainted.value && <Controls />}
        </div>
      </main>
      <Footer />
      <Help />
      <Live />
      <Drop />
    </>
  );
}
