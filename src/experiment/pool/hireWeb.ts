import type { FromWorker, WorkerPort } from './protocol.ts';

/** Makes browser workers that make runs. script: the URL of the bundled `workerWeb.ts`. */
export function hireWeb(script: URL | string): () => WorkerPort {
  return () => {
    const worker = new Worker(script, { type: 'module' });
    return {
      post: (message) => worker.postMessage(message),
      onMessage: (listener) =>
        worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => listener(data)),
      onDeath: (listener) =>
        worker.addEventListener(
          'error',
          (event) => {
            // Whoever hired it deals with it: an error that nobody takes ends the worker that this one was hired in, too.
            event.preventDefault();
            listener(event.message || 'the worker could not be loaded');
          },
          {
            once: true,
          },
        ),
      end: () => worker.terminate(),
    };
  };
}
