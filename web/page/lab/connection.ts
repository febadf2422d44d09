import { proxy, type Remote, transfer, wrap } from 'comlink';
import type { Frame, LabApi, Layout, SideIndex, Summary, Theme } from '../../shared/protocol.ts';
import { flags } from '../flags.ts';

/** One worker and the canvases it draws on. After a crash all are replaced: a canvas gives its control away only once. */
export interface Connection {
  api: Remote<LabApi>;
  /** True: the page draws what `onFrame` brings. */
  drawsOnPage: boolean;
  /** Draws a side on another canvas: where there was none, or the old one's graphics are lost. */
  attach(canvas: HTMLCanvasElement, layout: Layout, theme: Theme, side: SideIndex): Promise<void>;
  end(): void;
}

/** A worker that leaves this many questions in a row without an answer is gone. */
const mostSilent = 5;
const askEvery = 3000;

/** Asks the worker now and then whether it is there. One that the browser ended, for want of memory say, tells nobody. */
function watch(api: Remote<LabApi>, onSilence: () => void): () => void {
  let unanswered = 0;
  const timer = setInterval(() => {
    if (unanswered === mostSilent) {
      clearInterval(timer);
      onSilence();
      return;
    }
    unanswered += 1;
    void api.ping().then(() => {
      unanswered = 0;
    });
  }, askEvery);
  return () => clearInterval(timer);
}

export interface Listeners {
  onSummary(summary: Summary, side: SideIndex): void;
  onFrame(frame: Frame, side: SideIndex): Promise<void>;
  /** The worker is gone: it did not load, or threw where nothing caught it. */
  onCrash(reason: string): void;
}

/** Starts a worker and gives it the canvas, or keeps the canvas where the browser or a flag wants the page to draw. */
export async function connect(
  canvas: HTMLCanvasElement,
  layout: Layout,
  theme: Theme,
  side: SideIndex,
  listeners: Listeners,
): Promise<Connection> {
  const worker = new Worker(new URL('../../worker/main.ts', import.meta.url), {
    type: 'module',
    name: 'lab',
  });
  const crashed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      const reason = event.message || 'The worker could not be loaded.';
      listeners.onCrash(reason);
      reject(new Error(reason));
    });
  });
  crashed.catch(() => {}); // told through onCrash
  const api = wrap<LabApi>(worker);
  const drawsOnPage = flags.onPage || !('transferControlToOffscreen' in canvas);
  const attach: Connection['attach'] = async (to, size, colors, at) => {
    if (drawsOnPage) return api.attach(null, size, colors, flags.webgl, at);
    const offscreen = to.transferControlToOffscreen();
    return api.attach(transfer(offscreen, [offscreen]), size, colors, flags.webgl, at);
  };
  const ready = async (): Promise<Connection> => {
    await api.subscribe(proxy(listeners.onSummary), drawsOnPage ? proxy(listeners.onFrame) : null);
    await attach(canvas, layout, theme, side);
    const unwatch = watch(api, () => listeners.onCrash('It does not answer any more.'));
    const end = (): void => {
      unwatch();
      worker.terminate();
    };
    return { api, drawsOnPage, attach, end };
  };
  return Promise.race([ready(), crashed]);
}
