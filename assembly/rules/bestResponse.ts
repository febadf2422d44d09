// Best response: the first control of the symmetric equilibrium in which every lab takes the paths of the others as given
// (of their training; in a contest, of their output or quality), averaged over the tick. A lab plans for the next H, but
// not beyond the end t_f.
//
// Labs unlike each other have no such closed form. Each then plans as if the rest of the economy were like itself:
//   m = T̂/T, in place of 1 + σ(N−1): others train in proportion to what they have, so that T̂/T lasts. It is what the
//     turnpike rule supposes too; that one only plans as if all followed it, this one as if none did.
//   Its shares of output and revenue, ψ and χ, in place of 1/N: own revenue has elasticity κψ + θ(1−χ) to own output (on
//     quality κψ to own output and θ(1−χ) to own quality), κ = 1 − 1/ε.
// With these, training counts for the lab with c_t = c_e/m, c_e the ratio of the elasticities to T̂ and to chips, and T̂
// grows with m·b·q·K. A lab with nobody to respond to is on the turnpike.
import { exp2 } from '../math/exp2';
import { log2 } from '../math/log2';
import {
  CONTEST_OUTPUT,
  ECONOMY_CONTEST,
  ECONOMY_ELASTICITY,
  ECONOMY_THETA,
  ECONOMY_Y_REF,
  GROUP_A,
  GROUP_B,
  GROUP_COUNT,
  GROUP_DELTA,
  GROUP_RHO,
  GROUP_RULE_PARAMETER,
  GROUP_SIGMA,
  GROUP_W,
} from '../state/layout';
import { economyField, economyInteger, groupField, groupInteger } from '../state/memory';
import { commonsAverage } from './commonsPlan';
import { setContest } from './contestMotion';
import { contestAverage } from './contestPlan';
import { C_HAT, count, economy, firstGroup, group, h, K, lastGroup, Q, S, T, t } from './frame';
import { planAverage } from './optimalPlan';
import { walkAverage } from './responseWalk';
import { effectiveTraining, outputShare, potential, revenueShare, survey } from './rivals';

/** Demand more elastic than this plans as κ = 1 does: splits would answer prices more than a hundredfold. */
const ELASTIC: f64 = 100;

let isOnOutput: bool = true;
let isContested: bool = false;
let elasticity: f64 = Infinity;
let kappa: f64 = 1;
let theta: f64 = 1;
/** What is paid for a unit of output when all serve. */
let price: f64 = 1;

export function bestResponse(): void {
  const end = groupField(group, GROUP_RULE_PARAMETER + 1) - t;
  const horizon = min(groupField(group, GROUP_RULE_PARAMETER), end > 0 ? end : 0);
  isOnOutput = economyInteger(economy, ECONOMY_CONTEST) == CONTEST_OUTPUT;
  theta = economyField(economy, ECONOMY_THETA);
  elasticity = economyField(economy, ECONOMY_ELASTICITY);
  kappa = 1 - 1 / elasticity;
  isContested = kappa < 1 || !isOnOutput || theta != 1;
  if (kappa == 1 && (isAlone() || (!isContested && groupField(group, GROUP_SIGMA) == 0))) {
    planAverage(horizon);
    return;
  }
  price = 1;
  if (isContested) {
    survey();
    const reference = economyField(economy, ECONOMY_Y_REF);
    // Until the economy has its reference output, prices are those of t = 0.
    if (kappa < 1 && reference > 0) price = exp2((kappa - 1) * log2(potential / reference));
  }
  for (let i = 0; i < count; i++) {
    const at = (<usize>i) << 3;
    if (!(load<f64>(K + at) > 0)) store<f64>(Q + at, 0);
    // Labs alike decide alike, and mostly neighbours are.
    else if (i > 0 && isLike(at)) store<f64>(Q + at, load<f64>(Q + at - 8));
    else store<f64>(Q + at, respond(i, at, horizon));
  }
}

function isAlone(): bool {
  let labs = 0;
  for (let g = firstGroup; g < lastGroup; g++) labs += groupInteger(g, GROUP_COUNT);
  return labs == 1;
}

/** Is the lab at `at` in the state of the one before it? */
// @ts-expect-error: decorator
@inline
function isLike(at: usize): bool {
  return (
    load<f64>(K + at) == load<f64>(K + at - 8) &&
    load<f64>(T + at) == load<f64>(T + at - 8) &&
    load<f64>(S + at) == load<f64>(S + at - 8) &&
    load<f64>(C_HAT + at) == load<f64>(C_HAT + at - 8)
  );
}

function respond(i: i32, at: usize, horizon: f64): f64 {
  const c = load<f64>(C_HAT + at);
  const effective = effectiveTraining(group, i);
  const m = effective / load<f64>(T + at);
  let toOutput: f64 = 1;
  let toQuality: f64 = 1;
  let paid = price;
  if (isContested) {
    const made = outputShare(group, i);
    const sold = revenueShare(group, i);
    toOutput = kappa * made + (isOnOutput ? theta * (1 - sold) : 0);
    toQuality = kappa * made + theta * (1 - sold);
    paid *= sold / made;
  }
  const weight = (c * toQuality) / toOutput / m;
  // More output brings a lab alone no more revenue, or too little to grow on: there is no path to settle on, only the
  // split of one period.
  if (!(toOutput > 0) || !(1 + c * kappa > 0)) return c / (1 + c);
  const made = groupField(group, GROUP_A) * groupField(group, GROUP_W) * exp2(c * log2(effective));
  const growth = load<f64>(S + at) * paid * made;
  const training = (m * groupField(group, GROUP_B) * load<f64>(K + at)) / effective;
  const delta = groupField(group, GROUP_DELTA);
  const rho = groupField(group, GROUP_RHO);
  // Without revenue of its own a lab has nothing to plan with.
  if (!(growth > 0)) return 0;
  if (elasticity <= ELASTIC) {
    setContest(kappa, c, weight, toOutput, delta, rho);
    return contestAverage(growth, training, horizon, h);
  }
  if (weight < c * (1 - 1e-9) && delta == 0 && rho == 0)
    return commonsAverage(c, weight, toOutput, growth, training, horizon, h);
  return walkAverage(c, weight, toOutput, delta, rho, growth, training, horizon, h);
}
