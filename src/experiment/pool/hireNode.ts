import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FromWorker, WorkerPort } from './protocol.ts';

/** As many workers as this machine runs at once. */
export const workersHere = (): number => availableParallelism();

/** A thread of Node that makes runs. */
export function hireNode(): WorkerPort {
  // By package name: the same file from the sources, from build/lib and from an installed package.
  const root = pathToFileURL(createRequire(import.meta.url).resolve('turnpike/package.json'));
  const worker = new Worker(new URL('build/lib/experiment/pool/workerNode.js', root));
  let isEnded = false;
  let report: ((reason: string) => void) | null = null;
  const die = (reason: string): void => {
    if (!isEnded) report?.(reason);
    isEnded = true;
  };
  worker.on('error', (error: Error) => die(error.message));
  worker.on('exit', (code) => die(`the thread ended with code ${code}`));
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.on('message', (message: FromWorker) => listener(message)),
    onDeath: (listener) => {
      report = listener;
    },
    end: () => {
      isEnded = true;
      void worker.terminate();
    },
  };
}
