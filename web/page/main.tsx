import './css/style.css';
import { render } from 'preact';
import { App } from './App.tsx';
import { flags } from './flags.ts';
import { followKeyboard } from './keyboard/follow.ts';
import { followEnsemble } from './lab/ensemble.ts';
import { keepOffline } from './lab/offline.ts';
import { api, followPicture, followVisibility, load, settled, willPlay } from './lab/session.ts';
import { scenarios } from './state/beside.ts';
import { openAskedLesson } from './state/lesson.ts';
import { followAddress, openAddress, openAskedView } from './state/link.ts';
import { followAskedLab, followPin } from './state/pin.ts';
import { rememberSession } from './state/remembered.ts';
import { onChange, summary } from './state/run.ts';
import { scenario } from './state/scenario.ts';
import { shownSides } from './state/sides.ts';
import { followChanges } from './state/undoing.ts';

openAddress();
openAskedView();
if (flags.lesson !== null) await openAskedLesson(flags.lesson);
const root = document.querySelector('#app')!;
root.replaceChildren();
render(<App />, root);
followAddress();
followChanges();
followKeyboard();
followPin();
void followAskedLab();
followVisibility();
followPicture();
void keepOffline();
rememberSession(willPlay);
followEnsemble();
onChange(
  () => scenarios.value,
  (next) => void load(next),
);

/** For tests and for the console: the worker's side, what runs, and what it last said. Not an interface to build on. */
const turnpike = {
  /** Resolves when what was opened last is loaded. */
  get ready() {
    return settled();
  },
  get api() {
    return api();
  },
  get scenario() {
    return scenario.value;
  },
  get summary() {
    return summary.value;
  },
  /** What runs and what was last said of it, from left to right. */
  get sides() {
    return shownSides.value.map((side) => ({
      scenario: side.scenario.value,
      summary: side.summary.value,
    }));
  },
};
declare global {
  interface Window {
    turnpike: typeof turnpike;
  }
}
window.turnpike = turnpike;
