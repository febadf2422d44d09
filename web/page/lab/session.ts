import { signal } from '@preact/signals';
import type { Remote } from 'comlink';
import { isAmendment } from '../../../src/scenario/index.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import type { Bands, Frame, LabApi, Layout, SideIndex, Theme } from '../../shared/protocol.ts';
import { flags, wantsLessMotion } from '../flags.ts';
import { bands } from '../state/bands.ts';
import { hidden } from '../state/benchmarks.ts';
import { areAxesShared, scenarios } from '../state/beside.ts';
import { beginning } from '../state/editing.ts';
import { openAt, takeOpening } from '../state/opening.ts';
import { isLinear } from '../state/panels.ts';
import { chosenSpeed, coreHash, isPictureLost, notice, onChange, speed, summary } from '../state/run.ts';
import { chosen } from '../state/scenario.ts';
import { type SideState, shownSides, sides } from '../state/sides.ts';
import { type Connection, connect } from './connection.ts';

/** The page's one conversation with its worker. Intents are sent in order; loading keeps only the newest scenario. */

let connection: Connection | null = null;
/** While the first canvas is given to a fresh worker, others wait. */
let connecting: Promise<Connection> | null = null;
const draws: ((frame: Frame) => Promise<void>)[] = [];
let crashes = 0;
const mostCrashes = 3;
/** The position that is gone back to after a crash, until it is reached. */
let wayBack: number | null = null;

/** Counts canvases: the figure makes a fresh element whenever it changes. */
export const canvasNumber = signal(0);

/** Should the run go on by itself once loaded? */
let wantsPlay = flags.autoplay && !wantsLessMotion();

export const willPlay = (): boolean => wantsPlay;

let markReady: () => void;
/** Resolves when the first run is loaded. */
export const ready = new Promise<void>((resolve) => {
  markReady = resolve;
});

/** Resolves when the newest scenario is loaded. */
export const settled = (): Promise<void> => loading ?? ready;

export const api = (): Remote<LabApi> | null => connection?.api ?? null;

/** Attaches a side to a canvas that is in the document. `onFrame` draws where the worker cannot. */
export async function start(
  canvas: HTMLCanvasElement,
  { index, layout }: SideState,
  theme: Theme,
  onFrame: (frame: Frame) => Promise<void>,
): Promise<void> {
  draws[index] = onFrame;
  if (connection || connecting) {
    const there = connection ?? (await connecting?.catch(() => null)); // whoever began says what went wrong
    await there?.attach(canvas, layout.value!, theme, index);
    return;
  }
  try {
    connecting = connect(canvas, layout.value!, theme, index, {
      onSummary: (value, side) => {
        if (side < shownSides.value.length) sides[side].summary.value = value;
        if (value.position === goal.value || value.position === value.length) goal.value = null;
        if (wayBack !== null && (value.position >= wayBack || value.ended)) wayBack = null;
      },
      onFrame: (frame, side) => draws[side](frame),
      onCrash,
    });
    connection = await connecting;
  } catch (error) {
    notice.value ??= { kind: 'error', title: 'The lab could not start.', lines: [wordsOf(error)] };
    return;
  } finally {
    connecting = null;
  }
  await load(scenarios.value);
}

/** A side's canvas is gone. */
export const detach = (side: SideIndex): void => void connection?.api.detach(side);

function onCrash(reason: string): void {
  connection?.end();
  connection = null;
  loading = null;
  goal.value = null;
  crashes += 1;
  if (crashes > mostCrashes) {
    notice.value = {
      kind: 'error',
      title: 'The simulation keeps stopping. Reload the page, or open another scenario.',
      lines: [reason],
    };
    return;
  }
  // What stops it on the way back would do so again: then the run begins anew.
  const position = wayBack === null ? (summary.value?.position ?? 0) : 0;
  wayBack = position;
  openAt(scenarios.value[0], { position, plays: wantsPlay });
  notice.value = {
    kind: 'error',
    title:
      position > 0
        ? 'The simulation stopped unexpectedly. It was restarted and brought back to where it was.'
        : 'The simulation stopped unexpectedly and was restarted at t = 0.',
    lines: [reason],
  };
  canvasNumber.value += 1;
}

/** Graphics that are lost mostly come back by themselves; after this time, in milliseconds, a fresh canvas is taken. */
const patience = 4000;

/** Replaces the canvas where its graphics stay lost. */
export function followPicture(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  onChange(
    () => isPictureLost.value,
    (isLost) => {
      clearTimeout(timer);
      if (isLost)
        timer = setTimeout(() => {
          canvasNumber.value += 1;
        }, patience);
    },
  );
}

/** For a notice's button: begins again whatever happened before. */
export function restart(): void {
  connection?.end();
  connection = null;
  loading = null;
  crashes = 0;
  notice.value = null;
  canvasNumber.value += 1;
}

let next: readonly Scenario[] | null = null;
let loading: Promise<void> | null = null;

/** Loads one scenario, or two side by side, at t = 0, or a fork at its beginning, and plays it if the last one played. Of several asked for at once, the newest wins. */
export function load(wanted: readonly Scenario[]): Promise<void> {
  next = wanted;
  // It was given up on what ran before; this may be another matter.
  if (!connection && crashes > mostCrashes) restart();
  loading ??= loadNewest().finally(() => {
    loading = null;
  });
  return loading;
}

/** What a worker has loaded: words and the end of the run may change under way, anything else starts again. */
let loaded: { by: Connection | null; scenarios: readonly Scenario[] } | null = null;

async function loadNewest(): Promise<void> {
  while (next && connection) {
    const { api } = connection;
    const wanted = next;
    next = null;
    try {
      const opening = takeOpening(wanted[0]);
      const goesOn = loaded?.by === connection && (await takenOver(api, loaded.scenarios, wanted));
      if (!goesOn) coreHash.value = (await api.load(wanted)).coreHash;
      const position = opening?.position ?? (goesOn ? 0 : beginning());
      if (position > 0) await api.seek(position);
      if (opening && !opening.plays) wantsPlay = false;
      loaded = { by: connection, scenarios: wanted };
      await api.setSpeed(speed.value);
      await api.hide(hidden.value);
      await api.setLinear(isLinear.value);
      await api.shareAxes(areAxesShared.value);
      await setBands(bands.value);
      if (wantsPlay && !next && !document.hidden) await api.play();
      if (notice.value?.title === loadFailed) notice.value = null;
      markReady();
    } catch (error) {
      notice.value = { kind: 'error', title: loadFailed, lines: [wordsOf(error)] };
    }
  }
}

/** Does what was loaded go on as what is wanted: with sides swapped or closed, other words, or another end? */
async function takenOver(
  api: Remote<LabApi>,
  before: readonly Scenario[],
  wanted: readonly Scenario[],
): Promise<boolean> {
  const kept = before.indexOf(wanted[0]);
  if (before.length === 2 && kept >= 0 && wanted.length === 1) await api.keep(kept as SideIndex);
  else if (before.length === 2 && kept === 1 && wanted[1] === before[0]) await api.swap();
  else if (before.length === wanted.length && wanted.every((one, side) => isAmendment(before[side], one)))
    await api.amend(wanted);
  else return false;
  return true;
}

const loadFailed = 'This scenario could not be loaded.';

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export async function play(): Promise<void> {
  wantsPlay = true;
  if (summary.value?.ended) await connection?.api.reset();
  await connection?.api.play();
}

export async function pause(): Promise<void> {
  wantsPlay = false;
  await connection?.api.pause();
}

export function togglePlay(): Promise<void> {
  return summary.value?.playing ? pause() : play();
}

export async function step(): Promise<void> {
  await pause();
  await connection?.api.step();
}

/** The position that the reader last asked for, until it is shown. */
export const goal = signal<number | null>(null);

/** Moves to a position of the run, in steps of the clock, and stays there. */
export async function seek(position: number): Promise<void> {
  wantsPlay = false;
  goal.value = Math.max(0, position);
  await connection?.api.seek(goal.value);
}

export async function stepBack(): Promise<void> {
  await seek((goal.value ?? summary.value?.position ?? 0) - 1);
}

/** Back to t = 0; what was playing plays on. */
export async function reset(): Promise<void> {
  wantsPlay = summary.value?.playing ?? false;
  await connection?.api.reset();
  if (wantsPlay) await connection?.api.play();
}

export function chooseSpeed(value: number): void {
  chosenSpeed.value = value;
  void connection?.api.setSpeed(value);
}

/** Nobody looks: nothing runs. It goes on when somebody looks again. */
export function followVisibility(): void {
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) void connection?.api.pause();
    else if (wantsPlay && !summary.value?.ended) void connection?.api.play();
  });
}

onChange(
  () => hidden.value,
  (value) => void connection?.api.hide(value),
);

/** Keeps this run in sight as a ghost, or lets go of the one that is. */
export const toggleGhost = (): void =>
  void connection?.api.keepGhost(!(summary.value?.hasGhost ?? false), chosen.value);

/** What other seeds do is drawn where it belongs: on the chosen side. */
async function setBands(value: Bands | null): Promise<void> {
  for (const { index } of shownSides.value)
    await connection?.api.setBands(index === chosen.value ? value : null, index);
}

onChange(
  () => bands.value,
  (value) => void setBands(value),
);

onChange(
  () => areAxesShared.value,
  (value) => void connection?.api.shareAxes(value),
);

export const setLinear = (value: boolean): void => void connection?.api.setLinear(value);
export const resize = (layout: Layout, side: SideIndex): void => void connection?.api.resize(layout, side);
export const paint = (theme: Theme): void => void connection?.api.setTheme(theme);
