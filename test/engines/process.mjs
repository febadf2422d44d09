// Programs that the engines need, and their end.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Path of the first of these programs on the PATH, or null. */
export function onPath(...names) {
  for (const name of names)
    for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here; the next folder may have it.
      }
    }
  return null;
}

/** Groups still running: none may outlive this process, however it ends. */
const groups = new Set();
const end = (group) => {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // Gone already.
  }
};
process.on('exit', () => groups.forEach(end));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/**
 * Starts a program in a process group of its own, so that `stop` ends it with every helper it started.
 * `ended` rejects with its last words if it ends before it is stopped.
 */
export function start(path, args, { env = {}, stdio } = {}) {
  const child = spawn(path, args, {
    detached: true,
    env: { ...process.env, ...env },
    stdio: stdio ?? ['ignore', 'ignore', 'pipe'],
  });
  if (child.pid) groups.add(child.pid);
  let words = '';
  child.stderr.on('data', (text) => {
    words = (words + text).slice(-2000);
  });
  let isStopping = false;
  const exit = new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(`ended with ${code ?? signal}`));
  });
  const ended = exit.then((how) => {
    if (!isStopping) throw new Error(`${path} ${how}: ${words.trim().split('\n').slice(-3).join(' ')}`);
  });
  // Whoever races it hears of it; nobody has to.
  ended.catch(() => {});
  const stop = async () => {
    isStopping = true;
    if (child.pid) end(child.pid);
    await exit;
    groups.delete(child.pid);
  };
  return { child, ended, stop };
}

/** The promise, or an error that says what took longer than `seconds`. */
export function within(seconds, what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${seconds} s`)), seconds * 1000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
