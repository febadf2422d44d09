// npm run test:queue: one sweep through a real Redis by two worker processes, one of which is killed with runs in its
// hands, and a coordinator that is killed too; the results must have the bytes of a sweep without any of it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findRedis } from './findRedis.mjs';

const main = fileURLToPath(new URL('../../build/lib/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'turnpike-queue-'));
const experiment = join(folder, 'experiment.json');
/** Everything must be over by then, in ms. */
const LONGEST = 180_000;
const children = [];

/** A free port of this host. */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function start(command, args) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  child.said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece) => {
      child.said += piece;
    });
  child.ended = new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)));
  return child;
}

const turnpike = (...words) => start(process.execPath, [main, ...words]);

/** Waits until a child has said something. */
async function until(child, words) {
  while (!child.said.includes(words)) {
    assert.equal(child.exitCode, null, `a process ended before it said "${words}": ${child.said}`);
    await wait(50);
  }
}

/** Runs that are in the journal of a sweep. */
async function done(out) {
  const child = turnpike('status', out, '--json');
  return (await child.ended) === 0 ? JSON.parse(child.said).done : 0;
}

async function untilDone(out, least) {
  while ((await done(out)) < least) await wait(50);
}

const results = (out) =>
  ['runs.parquet', 'runs.csv', 'series.parquet', 'series.csv'].map((name) =>
    readFileSync(join(out, name)).toString('base64'),
  );

async function test() {
  writeFileSync(
    experiment,
    JSON.stringify({
      scenario: {
        clock: { h: 0.001, until: 1 },
        groups: [{ name: 'labs', count: 100, rule: { type: 'randomWalk' }, K0: 0.01, T0: 0.01 }],
      },
      factors: [{ path: 'economy.c', name: 'c', kind: 'range', from: 0.5, to: 1.5, steps: 50 }],
      replications: { count: 20 },
      measures: { summary: ['K', 'T', 'stateHash'], series: { every: 250 } },
    }),
  );
  const alone = join(folder, 'alone');
  assert.equal(await turnpike('sweep', experiment, '--out', alone).ended, 0);

  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const redis = start(findRedis(), [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--dir',
    folder,
  ]);
  await until(redis, 'Ready to accept connections');
  const worker = () => turnpike('worker', url, '--workers', '1', '--lease', '2');
  const [victim, survivor] = [worker(), worker()];
  await Promise.all([victim, survivor].map((child) => until(child, 'wait for runs')));

  const out = join(folder, 'shared');
  const first = turnpike('sweep', experiment, '--out', out, '--queue', url);
  await untilDone(out, 100);
  victim.kill('SIGKILL');
  assert.equal(await victim.ended, 'SIGKILL');
  await untilDone(out, 300);
  first.kill('SIGKILL');
  assert.equal(await first.ended, 'SIGKILL');
  const kept = await done(out);
  assert.ok(kept >= 300 && kept < 1000, `${kept} runs were kept when the coordinator was killed`);

  const second = turnpike('resume', out, '--queue', url);
  assert.equal(await second.ended, 0, second.said);
  assert.deepEqual(results(out), results(alone), 'the results differ from those of a sweep without a queue');
  const lines = readFileSync(join(out, 'runs.journal'), 'utf8').trimEnd().split('\n').length;
  assert.equal(lines, 1000, 'a run was made, or kept, twice');
  survivor.kill('SIGINT');
  assert.equal(await survivor.ended, 0, survivor.said);
  console.log(
    `1,000 runs through Redis with two workers, one killed, and a coordinator killed at ${kept}: same bytes as alone`,
  );
}

const late = setTimeout(() => {
  console.error(`not over after ${LONGEST / 1000} s:\n${children.map(({ said }) => said).join('\n')}`);
  process.exitCode = 1;
  cleanUp();
  process.exit();
}, LONGEST);

function cleanUp() {
  clearTimeout(late);
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

await test().finally(cleanUp);
