// Demand: total revenue R(Y) = min(Y, Y_ref·(Y/Y_ref)^κ), κ = 1 − 1/ε. Beyond the reference output sells for less as it
// grows (the price effects that "Train once, deploy many" sets aside).
import { pow } from '../math/pow';
import { ECONOMY_ELASTICITY, ECONOMY_Y_REF } from '../state/layout';
import { economyField } from '../state/memory';

export function totalRevenue(economy: i32, Y: f64): f64 {
  const elasticity = economyField(economy, ECONOMY_ELASTICITY);
  const reference = economyField(economy, ECONOMY_Y_REF);
  if (elasticity == Infinity || Y <= reference) return Y;
  return min(Y, reference * pow(Y / reference, 1 - 1 / elasticity));
}
