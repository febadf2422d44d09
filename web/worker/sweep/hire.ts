import { hireWeb, type WorkerPort } from '../../../src/experiment/index.ts';

/**
 * Workers whose end is noticed even where the browser ends them without a word, for want of memory say. Each holds a lock
 * that bears its name (runs.ts): it comes free only when the worker is gone.
 */

/** Between two looks whether a worker has taken its lock, in milliseconds. */
const POLL = 50;

const pause = () => new Promise((resolve) => setTimeout(resolve, POLL));

/** Resolves when whoever holds the lock is gone. */
async function released(name: string, signal: AbortSignal): Promise<void> {
  const isHeld = async () => (await navigator.locks.query()).held?.some((lock) => lock.name === name);
  while (!signal.aborted && !(await isHeld())) await pause();
  await navigator.locks.request(name, { mode: 'shared', signal }, () => {});
}

/** Makes a worker of the browser that makes runs. */
export function hire(): WorkerPort {
  const script = new URL('./runs.ts', import.meta.url);
  const name = `turnpike-sweep-${crypto.randomUUID()}`;
  script.hash = name;
  const port = hireWeb(script)();
  // Where there are no locks (a page that is not served securely), a worker that ends by an error still tells.
  if (!('locks' in navigator)) return port;
  const gone = new AbortController();
  return {
    ...port,
    onDeath(listener) {
      let isDead = false;
      const die = (reason: string) => {
        if (isDead) return;
        isDead = true;
        gone.abort();
        listener(reason);
      };
      port.onDeath(die);
      released(name, gone.signal).then(
        () => die('the browser ended the worker'),
        () => {},
      );
    },
    end() {
      gone.abort();
      port.end();
    },
  };
}
