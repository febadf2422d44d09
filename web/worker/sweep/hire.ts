import { hireWeb, type WorkerPort } from '../../../src/experiment/index.ts';

/**
 * Workers whose end is noticed even where the browser ends them without a word, for want of memory say. Each holds a lock
 * that bears its name (runs.ts): it comes free only when the worker is gone. Until it is held the worker gets nothing to do.
 */

/** What a worker says once it holds its lock, as runs.ts does. */
const HELD = 'held';

type Posted = Parameters<WorkerPort['post']>[0];

/** Makes a worker of the browser that makes runs. */
export function hire(): WorkerPort {
  const script = new URL('./runs.ts', import.meta.url);
  const name = `turnpike-sweep-${crypto.randomUUID()}`;
  script.hash = name;
  const port = hireWeb(script)();
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
  const begin = (): void => {
    isHeld = true;
    for (const message of waiting.splice(0)) port.post(message);
    navigator.locks
      .request(name, { signal: over.signal }, () => {})
      .then(
        () => die('the browser ended the worker'),
        () => {}, // it was ended here
      );
  };
  return {
    post: (message) => (isHeld ? port.post(message) : void waiting.push(message)),
    onMessage: (listener) =>
      port.onMessage((message) => ((message as unknown) === HELD ? begin() : listener(message))),
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
