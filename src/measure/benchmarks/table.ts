import { bestConstantEntry } from './bestConstant.ts';
import { contestEntry } from './contest.ts';
import type { BenchmarkEntry } from './entry.ts';
import { envelopeEntry } from './envelope.ts';
import { nashControlsEntry } from './nashControls.ts';
import { nashPathsEntry } from './nashPaths.ts';
import { parityEntry } from './parity.ts';
import { plannedEntry } from './planned.ts';
import { plannerEntry } from './planner.ts';
import { separateEntry } from './separate.ts';

/** What an economy is compared with: a new benchmark is one file and one row. */
export const benchmarkTable: readonly BenchmarkEntry[] = [
  envelopeEntry,
  separateEntry,
  plannerEntry,
  plannedEntry,
  nashPathsEntry,
  nashControlsEntry,
  contestEntry,
  bestConstantEntry,
  parityEntry,
];
