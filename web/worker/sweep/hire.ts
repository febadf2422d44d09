import { hireWeb, type WorkerPort } from '../../../src/experiment/index.ts';

/**
 * Workers whose end is noticed even where the browser ends them without a word, for want of memory say. Each holds a lock
 * and says its name (runs.ts): it comes free only when the worker is gone. Until it is held the worker gets nothing to do.
 */

type Posted = Parameters<WorkerPort['post']>[0];

/** Makes a worker of the browser that makes runs. */
export function hire(): WorkerPort {
  const port = hireWeb(new URL('./runs.ts', import.meta.url))();
  // Where there are no locks (a page that is not served securely), a worker that ends by an error still tells.
  if (!('locks' in navigator)) return port;
  const over = new AbortController();
  const waiting: Posted[] = [];
  let isHeld = false;
  let report: (reason: string) => void = () => {};
  const die = (reason: string): void => {
    if (over.signal.aborted) return;
    over.abort();
    report(reason);
  };
  const begin = (lock: string): void => {
    isHeld = true;
    for (const message of waiting.splice(0)) port.post(message);
    navigator.locks
      .request(lock, { signal: over.signal }, () => {})
      .then(
        () => die('the browser ended the worker'),
        () => {}, // it was ended here
      );
  };
  return {
    post: (message) => (isHeld ? port.post(message) : void waiting.push(message)),
    onMessage: (listener) =>
      port.onMessage((message) => {
        if ('held' in message) begin(String(message.held));
        else listener(message);
      }),
    onDeath(listener) {
      report = listener;
      port.onDeath(die);
    },
    end() {
      over.abort();
      port.end();
    },
  };
}
