import { parentPort } from 'node:worker_threads';
import type { ToWorker } from './protocol.ts';
import { serve } from './serve.ts';

/** A thread of Node that makes runs. */
const port = parentPort;
if (!port) throw new Error('this module is the inside of a worker thread');
serve({
  post: (message, transfer) => port.postMessage(message, transfer),
  onMessage: (listener) => port.on('message', (message: ToWorker) => listener(message)),
});
