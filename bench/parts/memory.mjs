// Memory of a process with a million labs that records every tick.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { count, table } from '../report/table.mjs';

const child = fileURLToPath(new URL('./memoryChild.mjs', import.meta.url));
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;

const kinds = [
  ['paper economy', {}],
  ['paper economy, a rule that learns', { groups: { rule: { type: 'qLearning' } } }],
  ['general method (δ = 0.1)', { economy: { delta: 0.1 } }],
];

export function memory({ sizes }) {
  const N = Math.max(...sizes);
  const rows = kinds.map(([name, change]) => {
    const { bytesPerLab, resident, before } = JSON.parse(
      execFileSync(process.execPath, [child, String(N), JSON.stringify(change)], { encoding: 'utf8' }),
    );
    return [name, bytesPerLab.toFixed(0), megabytes(resident), megabytes(before)];
  });
  const header = [
    `${count(N)} labs`,
    'bytes a lab in the core',
    'process, after 20 recorded ticks',
    'of which before the labs',
  ];
  return { text: `Resident memory of a Node process of its own.\n\n${table(header, rows)}` };
}
