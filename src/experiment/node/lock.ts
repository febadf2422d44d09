import { open, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SweepStopped } from './stopped.ts';

/** A writer shows life so often, in ms, by a number that grows in its lock. */
const BEAT = 2000;
/** A lock without a sign of life for as long is a dead writer's. */
const PATIENCE = 3 * BEAT;

interface Holder {
  pid: number;
  host: string;
  beat: number;
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

async function holderOf(path: string): Promise<{ text: string; holder: Holder | null } | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return { text, holder: JSON.parse(text) as Holder };
  } catch {
    return { text, holder: null };
  }
}

/** Did the holder of a lock go without letting go? No clock is asked: hosts that share a disk disagree on the time. */
async function isAbandoned(path: string): Promise<boolean> {
  const first = await holderOf(path);
  if (!first) return true;
  if (first.holder?.host === hostname() && !isAlive(first.holder.pid)) return true;
  await wait(PATIENCE);
  const second = await holderOf(path);
  return !second || second.text === first.text;
}

/**
 * Keeps others from writing to a folder until the returned function is called. A writer that was killed, here or on another
 * host that shares the disk, is told by its silence. SweepStopped if another is at work.
 */
export async function lock(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'sweep.lock');
  const holder: Holder = { pid: process.pid, host: hostname(), beat: 0 };
  const take = async (): Promise<boolean> => {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(JSON.stringify(holder));
      await file.close();
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  };
  if (!(await take())) {
    if (await isAbandoned(path)) await rm(path, { force: true });
    if (!(await take())) {
      const other = (await holderOf(path))?.holder;
      const who = other ? `process ${other.pid} on ${other.host}` : 'another process';
      throw new SweepStopped(`${folder}: ${who} is at work on this sweep`);
    }
  }
  const beating = setInterval(() => {
    holder.beat++;
    // A beat that cannot be written (a full disk) is missed, no more.
    writeFile(path, JSON.stringify(holder)).catch(() => {});
  }, BEAT);
  beating.unref();
  return async () => {
    clearInterval(beating);
    await rm(path, { force: true });
  };
}
