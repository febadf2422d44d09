// Chip supply: price p = e^(−g_p·t)·max(1, (spend/F)^(1/(1+φ))) while the fab's capacity F grows at g_F.
// φ = 0 is pure rationing: beyond F, money only raises the price. φ = ∞: price 1.
import { exp } from '../math/exp';
import { pow } from '../math/pow';
import {
  ECONOMY_FAB,
  ECONOMY_FAB_GROWTH,
  ECONOMY_PRICE_TREND,
  ECONOMY_SUPPLY_EXPONENT,
} from '../state/layout';
import { economyField } from '../state/memory';

/** Price of a chip at time t, in units of its price at t = 0 without scarcity. spend: money for chips per time. */
export function chipPrice(economy: i32, t: f64, spend: f64): f64 {
  const fab = economyField(economy, ECONOMY_FAB);
  const trend = economyField(economy, ECONOMY_PRICE_TREND);
  const phi = economyField(economy, ECONOMY_SUPPLY_EXPONENT);
  let price: f64 = 1;
  if (fab != Infinity && phi != Infinity) {
    const demand = spend / (fab * exp(economyField(economy, ECONOMY_FAB_GROWTH) * t));
    if (demand > 1) price = pow(demand, 1 / (1 + phi));
  }
  return trend == 0 ? price : price * exp(-trend * t);
}
