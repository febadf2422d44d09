// Contestants in turns on one and the same processor: on a shared machine one may run at two thirds of another's speed for
// minutes, and whoever happened to be there would look slow.
import { execFileSync } from 'node:child_process';

/** Linux's taskset, about this process. */
function taskset(...args) {
  return execFileSync('taskset', [...args, `${process.pid}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** The processors that this process may run on, as taskset lists them ('0,1', '0-3'), or null where there is no taskset. */
export function allowedProcessors() {
  try {
    return taskset('-pc').match(/: ([\d,-]+)\s*$/)?.[1] ?? null;
  } catch {
    return null;
  }
}

/** The last processor of such a list: the first one often has the machine's other errands. */
export const lastOf = (list) => list.match(/\d+$/)[0];

/** Keeps this process, its threads and the programs it starts from here on to some processors. list: null leaves all as it is. */
export function runOn(list) {
  if (list !== null) taskset('-apc', list);
}
