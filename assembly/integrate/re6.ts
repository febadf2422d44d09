// RE6: kick–drift–kick in (ln K, T) with 1, 2 and 3 substeps, extrapolated in ln K and T with weights 1/24, −16/15,
// 81/40. Sixth order. The kick is exact because a lab's growth rate d(ln K)/dt = a·s·(1−q)·T̂^c does not depend on its K;
// the drift is exact because dT/dt = b·q·K does not depend on T.
//
// All three sequences run side by side, in four passes over the labs (passes.ts):
//
//     pass      1 substep                2 substeps              3 substeps
//     first     half kick, drift         half kick, drift        half kick, drift
//     second    half kick                kick, drift             kick, drift
//     third                              half kick               kick, drift
//     fourth                                                     half kick; all three extrapolated
//
// Inside a substep everything is carried as growth since its start: D = log2 of K's, X = T's. A substep is so short
// (`LONGEST`) that T̂ grows by u ≤ 0.12 and K by D ≤ 0.3 in it, so T̂^c is its value at the start times a short series in u,
// and 2^D a short one in D; what they round matters only as a share of the growth itself.
//
// Without spillover the labs are independent, so a chunk goes through all passes while it is in the cache; with
// spillover each pass needs the sum of X over the whole economy first. Both orders do the same arithmetic on each lab.
//
// On a technique ladder c is the slope of the rung on which a lab stands: a substep ends where a rung does (rungEnd.ts).
import { PowerLaw, Rungs, rungsOf } from '../market/ladder';
import { ECONOMY_FIRST_GROUP, ECONOMY_GROUPS } from '../state/layout';
import { economyInteger, paddedBytes } from '../state/memory';
import { CHUNK } from '../state/sum';
import {
  clearDiscrepancy,
  clearTotals,
  firstPass,
  fourthPass,
  secondPass,
  thirdPass,
  totalX,
} from './passes';
import { prepareRange } from './prepare';
import { timeToEnd } from './rungEnd';

/** Longest substep, as a share of the time the fastest-growing stock takes to grow e-fold: then T̂ grows by at most 12 % in it. */
export const LONGEST: f64 = 0.1;

/** One substep of length dt, after `prepare`. dt times the fastest growth must not exceed `LONGEST`. */
export function step(economy: i32, dt: f64, coupled: bool): void {
  clearDiscrepancy();
  if (coupled) stepCoupled(economy, dt);
  else stepAlone(economy, dt);
}

function stepAlone(economy: i32, dt: f64): void {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  for (let g = first; g < last; g++) {
    const isLadder = rungsOf(g) != 0;
    const bytes = paddedBytes(g);
    let from: usize = 0;
    do {
      const end = min(from + CHUNK, bytes);
      if (isLadder) climb(g, from, end, dt);
      else stepRange<PowerLaw>(g, from, end, dt);
      from = end;
    } while (from < bytes);
  }
}

/** All passes over a range whose labs are independent. */
function stepRange<Quality>(g: i32, from: usize, end: usize, dt: f64): void {
  firstPass<Quality>(g, from, end, dt);
  secondPass<Quality>(g, from, end, dt, 0, 0, 0);
  thirdPass<Quality>(g, from, end, dt, 0, 0);
  fourthPass<Quality>(g, from, end, dt, 0);
}

/** The same on a ladder, in as many steps as rungs end: only the labs of the range stop for one another. */
function climb(g: i32, from: usize, end: usize, dt: f64): void {
  let left = dt;
  let next = timeToEnd(g, from, end, 0);
  while (next < left) {
    stepRange<Rungs>(g, from, end, next);
    left -= next;
    prepareRange<Rungs>(g, from, end, 0, 0);
    next = timeToEnd(g, from, end, 0);
  }
  stepRange<Rungs>(g, from, end, left);
}

function stepCoupled(economy: i32, dt: f64): void {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  clearTotals();
  for (let g = first; g < last; g++) firstPass<PowerLaw>(g, 0, paddedBytes(g), dt);
  const s1 = totalX(1);
  let s2 = totalX(2);
  let s3 = totalX(3);
  clearTotals();
  for (let g = first; g < last; g++) {
    if (rungsOf(g) == 0) secondPass<PowerLaw>(g, 0, paddedBytes(g), dt, s1, s2, s3);
    else secondPass<Rungs>(g, 0, paddedBytes(g), dt, s1, s2, s3);
  }
  s2 = totalX(2);
  s3 = totalX(3);
  clearTotals();
  for (let g = first; g < last; g++) {
    if (rungsOf(g) == 0) thirdPass<PowerLaw>(g, 0, paddedBytes(g), dt, s2, s3);
    else thirdPass<Rungs>(g, 0, paddedBytes(g), dt, s2, s3);
  }
  s3 = totalX(3);
  for (let g = first; g < last; g++) {
    if (rungsOf(g) == 0) fourthPass<PowerLaw>(g, 0, paddedBytes(g), dt, s3);
    else fourthPass<Rungs>(g, 0, paddedBytes(g), dt, s3);
  }
}
