import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { LabApi, Layout, Summary, Theme } from '../../web/shared/protocol.ts';

/** The part of the worker's protocol that a test calls without callbacks. */
type Method = Exclude<keyof LabApi, 'attach' | 'subscribe'>;

/** The worker's file in the built page, whose name holds a hash. */
const workerFile = (): string =>
  readdirSync(fileURLToPath(new URL('../../build/web', import.meta.url))).find((name) =>
    /^worker-.*\.js$/.test(name),
  )!;

interface TestLab {
  call(method: string, ...values: unknown[]): Promise<unknown>;
  last: Summary | null;
}

/**
 * A second worker of the built page, spoken to without the page's own code, with a canvas of its own over everything. Comlink's messages are
 * written out here, so that what is tested is exactly what was built.
 */
export async function workerLab(page: Page, layout: Layout, theme: Theme, webgl: boolean) {
  await page.evaluate(
    async ({ layout, theme, webgl, file }) => {
      const canvas = document.createElement('canvas');
      canvas.id = 'test-canvas';
      canvas.style.cssText = `position:fixed;z-index:9999;left:0;top:0;width:${layout.width}px;height:${layout.height}px`;
      document.getElementById('test-canvas')?.remove();
      document.body.append(canvas);
      const worker = new Worker(`./${file}`, { type: 'module' });
      const send = (method: string, args: unknown[], transfer: Transferable[]): Promise<unknown> =>
        new Promise((resolve, reject) => {
          const id = `${method} ${Math.random()}`;
          const answer = ({ data }: MessageEvent): void => {
            if (data.id !== id) return;
            worker.removeEventListener('message', answer);
            if (data.name === 'throw')
              reject(new Error(data.value.value?.message ?? String(data.value.value)));
            else resolve(data.value);
          };
          worker.addEventListener('message', answer);
          worker.postMessage({ id, type: 'APPLY', path: [method], argumentList: args }, transfer);
        });
      const raw = (value: unknown) => ({ type: 'RAW', value });
      const lab: TestLab = { last: null, call: (method, ...values) => send(method, values.map(raw), []) };
      (globalThis as unknown as { lab: TestLab }).lab = lab;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => {
        if (data.type === 'APPLY') lab.last = data.argumentList[0].value;
        port1.postMessage({ id: data.id, type: 'RAW', value: undefined });
      };
      await send('subscribe', [{ type: 'HANDLER', name: 'proxy', value: port2 }, raw(null)], [port2]);
      const offscreen = canvas.transferControlToOffscreen();
      await send('attach', [raw(offscreen), raw(layout), raw(theme), raw(webgl)], [offscreen]);
    },
    { layout, theme, webgl, file: workerFile() },
  );
  const summary = (): Promise<Summary | null> =>
    page.evaluate(() => (globalThis as unknown as { lab: TestLab }).lab.last);
  return {
    call: <M extends Method>(method: M, ...values: Parameters<LabApi[M]>): Promise<unknown> =>
      page.evaluate(([name, args]) => (globalThis as unknown as { lab: TestLab }).lab.call(name, ...args), [
        method,
        values,
      ] as [string, unknown[]]),
    /** The first summary that fulfils the condition; it is asked from here, since the page's policy forbids to evaluate it there. */
    until: async (condition: (summary: Summary) => boolean): Promise<Summary> => {
      for (const end = Date.now() + 60_000; ; ) {
        const last = await summary();
        if (last && condition(last)) return last;
        if (Date.now() > end) throw new Error(`still waiting at ${JSON.stringify(last)}`);
        await page.waitForTimeout(50);
      }
    },
    /** What is on the screen, as RGBA. */
    picture: async (): Promise<Picture> => {
      const png = await page.locator('#test-canvas').screenshot();
      return page.evaluate(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes]));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
        context.drawImage(bitmap, 0, 0);
        const { data, width, height } = context.getImageData(0, 0, bitmap.width, bitmap.height);
        return { width, height, data: [...data] };
      }, png.toString('base64'));
    },
  };
}

export interface Picture {
  width: number;
  height: number;
  data: number[];
}

/** Pixels of a rectangle that are of a colour, or half of it where an edge is smoothed. */
export function countColor(
  { data, width }: Picture,
  rect: { x: number; y: number; width: number; height: number },
  color: string,
): number {
  const rgb = Number.parseInt(color.slice(1), 16);
  const wanted = [rgb >> 16, (rgb >> 8) & 255, rgb & 255];
  let count = 0;
  for (let y = Math.ceil(rect.y); y < rect.y + rect.height; y++) {
    for (let x = Math.ceil(rect.x); x < rect.x + rect.width; x++) {
      const at = (y * width + x) * 4;
      if (wanted.every((part, i) => Math.abs(data[at + i] - part) < 126)) count++;
    }
  }
  return count;
}
