// A worker thread with a core of its own: runs as many ticks as it is told and says when they are done.
import { parentPort, workerData } from 'node:worker_threads';
import { simulate } from '../contestants/core.mjs';
import { scenarioOf } from '../contestants/simulate.mjs';
import { paper } from '../economies.mjs';

const runner = simulate(scenarioOf(paper, workerData.N, paper.h));
runner.time(3);
parentPort.on('message', (ticks) => parentPort.postMessage(runner.time(ticks)));
parentPort.postMessage('ready');
