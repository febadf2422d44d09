import { signal } from '@preact/signals';
import { pause, play, reset } from '../lab/session.ts';
import { scenarios } from '../state/beside.ts';
import { coreHash, isEnded } from '../state/run.ts';
import { fileName, pictures } from './about.ts';
import { download } from './download.ts';
import { pictureCanvas } from './picture.ts';
import { attempt, panelImages, placing } from './save.ts';
import { sheetOf } from './sheet.ts';

/** Pictures a second, and the longest film in seconds: what is longer is cut there. */
const rate = 30;
const longest = 120;
/** Films no wider than this, in pixels. */
const widest = 1600;
/** The last picture stays this long, in milliseconds. */
const rest = 1000;

const kinds = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'];

/** What this browser can record; null if nothing that others can show. */
function kindOfFilm(): string | null {
  if (typeof MediaRecorder === 'undefined' || !('captureStream' in HTMLCanvasElement.prototype)) return null;
  return kinds.find((kind) => MediaRecorder.isTypeSupported(kind)) ?? null;
}

/** Why there can be no film; null if there can. */
export const whyNoFilm = (): string | null =>
  kindOfFilm() === null ? 'This browser records no WebM.' : null;

/** Is a film being made? */
export const isFilming = signal(false);

let isStopping = false;

/** Ends the film here and saves what there is. */
export function stopFilm(): void {
  isStopping = true;
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Films the run from t = 0 to its end at the chosen speed. A film has no room for a scenario: its name and caption identify the run. */
export function saveFilm(): Promise<void> {
  return attempt('film', async () => {
    const kind = kindOfFilm();
    const first = pictures();
    if (kind === null || !first || isFilming.value) return;
    const of = scenarios.value;
    const { width, height } = sheetOf(first);
    const scale = Math.min(2, widest / width);
    const { canvas, pen } = pictureCanvas({ width, height }, scale);
    const recorder = new MediaRecorder(canvas.captureStream(rate), {
      mimeType: kind,
      videoBitsPerSecond: 8e6,
    });
    const pieces: Blob[] = [];
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    const stopped = new Promise<void>((resolve) => {
      recorder.onstop = () => resolve();
    });
    isStopping = false;
    isFilming.value = true;
    try {
      await pause();
      await reset();
      // Until the worker says so, the end of the last run is still what the page knows.
      while (isEnded.value) await wait(1000 / rate);
      recorder.start(1000);
      const end = performance.now() + longest * 1000;
      const shoot = async (): Promise<void> => {
        const panels = await panelImages(scale);
        const parts = pictures();
        if (!panels || parts?.length !== first.length) throw new Error('the run was lost');
        pen.clearRect(0, 0, width, height);
        sheetOf(parts).draw(pen, placing(panels, parts));
        for (const image of panels) image.close();
      };
      await shoot();
      await play();
      while (!isStopping && scenarios.value === of && performance.now() < end) {
        const next = performance.now() + 1000 / rate;
        const isLast = isEnded.value;
        await shoot();
        if (isLast) break;
        await wait(Math.max(0, next - performance.now()));
      }
      if (!isEnded.value) await pause();
      await wait(rest);
    } finally {
      if (recorder.state !== 'inactive') recorder.stop();
      isFilming.value = false;
    }
    await stopped;
    const name = `${fileName()}-seed-${of[0].seed}-core-${coreHash.value ?? 'unknown'}.webm`;
    download(name, new Blob(pieces, { type: 'video/webm' }));
  });
}
