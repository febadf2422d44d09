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
          (event) => listener(event.message || 'the worker could not be loaded'),
          {
            once: true,
          },
        ),
      end: () => worker.terminate(),
    };
  };
}
