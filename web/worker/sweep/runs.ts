import '../../../src/experiment/pool/workerWeb.ts';

/** A worker that makes runs, and holds a lock as long as it lives (hire.ts). */
void navigator.locks?.request(location.hash.slice(1), () => new Promise(() => {}));
