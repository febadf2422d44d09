import type { ToWorker } from './protocol.ts';
import { serve } from './serve.ts';

/** What a worker's global scope offers of messages. */
interface Scope {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
}

/** A browser's worker that makes runs. */
const scope = globalThis as unknown as Scope;
serve({
  post: (message, transfer) => scope.postMessage(message, transfer),
  onMessage: (listener) => scope.addEventListener('message', ({ data }) => listener(data)),
});
