import { anarchyInChips } from './anarchyInChips.ts';
import { anarchyInTime } from './anarchyInTime.ts';
import { chipReturn } from './chipReturn.ts';
import { delay } from './delay.ts';
import { doublingTime } from './doublingTime.ts';
import { effectiveLabs } from './effectiveLabs.ts';
import { efficiency } from './efficiency.ts';
import { fragmentation } from './fragmentation.ts';
import { gini } from './gini.ts';
import { giniTraining } from './giniTraining.ts';
import { growthRate } from './growthRate.ts';
import { hhi } from './hhi.ts';
import type { Measure } from './measure.ts';
import { presentValue } from './presentValue.ts';
import { projectedBlowUp } from './projectedBlowUp.ts';
import { projectionError } from './projectionError.ts';
import { tobin } from './tobin.ts';
import { trainingReturn } from './trainingReturn.ts';
import { trainingShare } from './trainingShare.ts';

/** What is measured of every economy after every tick: a new measure is one file and one row. */
export const measureTable: readonly Measure[] = [
  efficiency,
  delay,
  anarchyInChips,
  anarchyInTime,
  fragmentation,
  hhi,
  effectiveLabs,
  gini,
  giniTraining,
  trainingShare,
  growthRate,
  doublingTime,
  projectedBlowUp,
  projectionError,
  chipReturn,
  trainingReturn,
  tobin,
  presentValue,
];
