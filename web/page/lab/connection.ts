import { proxy, type Remote, transfer, wrap } from 'comlink';
import type { Frame, LabApi, Layout, Summary, Theme } from '../../shared/protocol.ts';
import { flags } from '../flags.ts';

/** One worker and the canvas it draws on. After a crash both are replaced: a canvas gives its control away only once. */
export interface Connection {
  api: Remote<LabApi>;
  /** True: the page draws what `onFrame` brings. */
  drawsOnPage: boolean;
  end(): void;
}

export interface Listeners {
  onSummary(summary: Summary): void;
  onFrame(frame: Frame): Promise<void>;
  /** The worker is gone: it did not load, or threw where nothing caught it. */
  onCrash(reason: string): void;
}

/** Starts a worker and gives it the canvas, or keeps the canvas where the browser or a flag wants the page to draw. */
export async function connect(
  canvas: HTMLCanvasElement,
  layout: Layout,
  theme: Theme,
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
  const ready = async (): Promise<Connection> => {
    await api.subscribe(proxy(listeners.onSummary), drawsOnPage ? proxy(listeners.onFrame) : null);
    if (drawsOnPage) await api.attach(null, layout, theme, flags.webgl);
    else {
      const offscreen = canvas.transferControlToOffscreen();
      await api.attach(transfer(offscreen, [offscreen]), layout, theme, flags.webgl);
    }
    return { api, drawsOnPage, end: () => worker.terminate() };
  };
  return Promise.race([ready(), crashed]);
}
