import { expose } from 'comlink';
import { loadCore } from '../../src/core/loadWeb.ts';
import type { Clock } from './audience.ts';
import { Lab } from './lab.ts';

/** Frames of the display where the worker has them, else sixty a second. */
const clock: Clock = {
  now: () => performance.now(),
  request: (frame) => {
    if (typeof requestAnimationFrame === 'function') requestAnimationFrame(frame);
    else setTimeout(frame, 1000 / 60);
  },
};

expose(new Lab(() => loadCore(new URL('../../build/core.wasm', import.meta.url)), clock));
