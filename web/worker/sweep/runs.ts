import '../../../src/experiment/pool/workerWeb.ts';

/** A worker that makes runs, and holds a lock as long as it lives, whose name it says to hire.ts. */
const held = `turnpike-sweep-${crypto.randomUUID?.()}`;
void navigator.locks?.request(held, () => {
  postMessage({ held });
  return new Promise(() => {});
});
