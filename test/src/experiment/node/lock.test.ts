import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lock } from '../../../../src/experiment/node/lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'turnpike-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'sweep.lock');
/** ms between signs of life. */
const BEAT = 300;

test('a lock is let go of and can be taken again', async () => {
  const release = await lock(folder);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid, host: hostname() });
  await release();
  await (await lock(folder))();
});

test('the lock of a process of this host that is gone is taken over at once', async () => {
  // No process has a number above the largest that Linux hands out (2^22).
  writeFileSync(path, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), beat: 7 }));
  // One that waited for a sign of life would wait for longer than a test may take.
  const release = await lock(folder, 1e6);
  await release();
});

test('the lock of another host is taken over once it has been silent for a while', async () => {
  writeFileSync(path, JSON.stringify({ pid: 1, host: 'elsewhere', beat: 7 }));
  const release = await lock(folder, BEAT);
  expect(JSON.parse(readFileSync(path, 'utf8')).host).toBe(hostname());
  await release();
});

test('the lock of another host that beats is left alone', async () => {
  let beat = 0;
  const beating = setInterval(
    () => writeFileSync(path, JSON.stringify({ pid: 1, host: 'elsewhere', beat: beat++ })),
    BEAT / 3,
  );
  writeFileSync(path, JSON.stringify({ pid: 1, host: 'elsewhere', beat: -1 }));
  await expect(lock(folder, BEAT)).rejects.toThrow('process 1 on elsewhere is at work on this sweep');
  clearInterval(beating);
});

test('two that come at once: one has it, one is refused', async () => {
  rmSync(path, { force: true });
  const [first, second] = await Promise.allSettled([lock(folder, BEAT), lock(folder, BEAT)]);
  const [held, refused] = first.status === 'fulfilled' ? [first, second] : [second, first];
  expect([held.status, refused.status]).toEqual(['fulfilled', 'rejected']);
  if (held.status === 'fulfilled') await held.value();
});
