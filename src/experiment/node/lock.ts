import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SweepStopped } from './stopped.ts';

/** A writer shows life so often, in ms, by a number that grows in its lock. */
const BEAT = 2000;
/** A lock that has not changed for so many beats is a dead writer's. */
const PATIENCE = 3;

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

/**
 * The text of a lock whose holder went without letting go; '' if there is none, null if the holder lives. No clock is asked:
 * hosts that share a disk disagree on the time.
 */
async function abandoned(path: string, beat: number): Promise<string | null> {
  const first = await holderOf(path);
  if (!first) return '';
  if (first.holder?.host === hostname() && !isAlive(first.holder.pid)) return first.text;
  await wait(PATIENCE * beat);
  const second = await holderOf(path);
  if (!second) return '';
  return second.text === first.text ? first.text : null;
}

/** Takes a dead writer's lock away. If another was quicker and the lock is its own by now, it gets it back. */
async function clear(path: string, text: string): Promise<void> {
  const aside = `${path}.${process.pid}.aside`;
  try {
    await rename(path, aside);
    if ((await readFile(aside, 'utf8')) === text) await rm(aside);
    else await rename(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/**
 * Keeps others from writing to a folder until the returned function is called. A writer that was killed, here or on another
 * host that shares the disk, is told by its silence. SweepStopped if another is at work. beat: ms between signs of life.
 */
export async function lock(folder: string, beat = BEAT): Promise<() => Promise<void>> {
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
    const text = await abandoned(path, beat);
    if (text !== null && text !== '') await clear(path, text);
    if (!(await take())) {
      const other = (await holderOf(path))?.holder;
      const who = other ? `process ${other.pid} on ${other.host}` : 'another process';
      throw new SweepStopped(`${folder}: ${who} is at work on this sweep`);
    }
  }
  let isHeld = true;
  const beating = setInterval(() => {
    holder.beat++;
    // Whole or not at all, for others read it at any moment. A beat that cannot be written (a full disk) is missed, no more.
    const next = `${path}.${process.pid}`;
    writeFile(next, JSON.stringify(holder))
      .then(() => (isHeld ? rename(next, path) : undefined))
      .catch(() => {});
  }, beat);
  beating.unref();
  return async () => {
    isHeld = false;
    clearInterval(beating);
    await rm(path, { force: true });
    await rm(`${path}.${process.pid}`, { force: true });
  };
}
