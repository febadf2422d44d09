// Remaining time to blow-up while every lab keeps its present split.
import { rungsOf } from '../market/ladder';
import { F } from '../math/hypergeometric';
import { pow } from '../math/pow';
import {
  COLUMN_K,
  COLUMN_Q,
  COLUMN_S,
  COLUMN_T,
  ECONOMY_FIRST_GROUP,
  ECONOMY_GROUPS,
  GROUP_A,
  GROUP_B,
  GROUP_C,
  GROUP_COUNT,
  GROUP_SIGMA,
  GROUP_W,
} from '../state/layout';
import { columnOf, economyInteger, groupField, groupInteger } from '../state/memory';
import { totalOf, trainingSpeed } from './coupling';

/**
 * Remaining time of one lab whose K grows at rate A·T̂^c and whose T̂ grows by B a chip and year:
 * R = F(X)/(A·β·T̂^c), X = (1+c)·B·K/(A·T̂^(1+c)), β = c/(1+c). +∞ where A or B is 0.
 */
export function remainingOf(K: f64, That: f64, A: f64, B: f64, c: f64): f64 {
  if (!(A > 0) || !(B > 0) || !(K > 0)) return Infinity;
  const beta = c / (1 + c);
  const power = pow(That, c);
  const X = ((1 + c) * B * K) / (A * power * That);
  return F(beta, X) / (A * beta * power);
}

/**
 * Least remaining time over the labs of an economy that keep their present split. With spillover each lab's T̂ is taken to
 * speed up as its own K grows: exact as R → 0, where the leading lab carries all growth.
 */
export function remaining(economy: i32): f64 {
  const first = economyInteger(economy, ECONOMY_FIRST_GROUP);
  const last = first + economyInteger(economy, ECONOMY_GROUPS);
  const totalT = totalOf(economy, COLUMN_T);
  const speed = trainingSpeed(economy);
  let least: f64 = Infinity;
  for (let g = first; g < last; g++) {
    // Above its ladder a lab grows exponentially: it never blows up.
    if (rungsOf(g) != 0) continue;
    const sigma = groupField(g, GROUP_SIGMA);
    const a = groupField(g, GROUP_A) * groupField(g, GROUP_W);
    const b = groupField(g, GROUP_B);
    const c = groupField(g, GROUP_C);
    const K = columnOf(COLUMN_K, g);
    const T = columnOf(COLUMN_T, g);
    const Q = columnOf(COLUMN_Q, g);
    const S = columnOf(COLUMN_S, g);
    const bytes = (<usize>groupInteger(g, GROUP_COUNT)) << 3;
    for (let at: usize = 0; at < bytes; at += 8) {
      const k = load<f64>(K + at);
      const q = load<f64>(Q + at);
      const That = (1 - sigma) * load<f64>(T + at) + sigma * totalT;
      const training = (1 - sigma) * b * q * k + sigma * speed;
      const R = remainingOf(k, That, a * load<f64>(S + at) * (1 - q), training / k, c);
      least = min(least, R);
    }
  }
  return least;
}
