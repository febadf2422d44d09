import { quantityText } from '../../shared/quantity.ts';
import { ownValue, type ReasonRow, ruleNumber } from './reason.ts';

const share = (q: number): string => quantityText(q, 3);

export const race: ReasonRow = {
  remembers: 0,
  tell(decision) {
    const { T, leaderT } = decision.before;
    const base = ruleNumber(decision, 'q');
    const gap = Math.min(1, T / leaderT);
    const wanted = base + (1 - base) * (1 - gap ** ruleNumber(decision, 'gain'));
    const words =
      gap === 1
        ? `Nobody has trained more, so it trains with q₀ = ${share(base)}.`
        : `Its T is ${share(100 * gap)} % of the leader’s, so it trains more than q₀ = ${share(base)}: ${share(wanted)}.`;
    return {
      words,
      figures: [
        { label: 'its T', value: quantityText(T) },
        { label: 'the leader’s T', value: quantityText(leaderT) },
      ],
      wanted,
    };
  },
};

export const freeRide: ReasonRow = {
  remembers: 0,
  tell(decision) {
    const { T, totalT, cHat } = decision.before;
    const counted = ruleNumber(decision, 'reliance') * ownValue(decision, 'sigma') * Math.max(0, totalT - T);
    const own = T / (T + counted);
    const turnpike = cHat / (1 + 2 * cHat);
    const wanted = turnpike * own;
    return {
      words:
        counted === 0
          ? `Nothing spills in that it counts on: it keeps the turnpike’s ĉ/(1+2ĉ) = ${share(turnpike)}.`
          : `Of the training that it counts on ${share(100 * own)} % is its own, so it trains that part of the turnpike’s ${share(turnpike)}.`,
      figures: [
        { label: 'its T', value: quantityText(T) },
        { label: 'r·σ·ΣT of the others', value: quantityText(counted) },
      ],
      wanted,
    };
  },
};
