import '../../../src/experiment/pool/workerWeb.ts';

/** A worker that makes runs, and holds a lock as long as it lives; hire.ts waits for the word. */
void navigator.locks?.request(location.hash.slice(1), () => {
  postMessage('held');
  return new Promise(() => {});
});
