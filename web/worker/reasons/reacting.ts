import { quantityText } from '../../shared/quantity.ts';
import { planReason } from './plan.ts';
import { type Decision, ownValue, type ReasonRow, ruleNumber } from './reason.ts';

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

/** How far the plan reaches: the foresight, but not beyond the end. */
function reach({ group: { rule }, before: { t } }: Decision): number {
  const foresight = rule.horizon === null ? Infinity : Number(rule.horizon);
  const left = rule.end === null ? Infinity : Math.max(0, Number(rule.end) - t);
  return Math.min(foresight, left);
}

/** What decides whether others matter; the equilibrium itself is the core's affair, so only what enters it is told. */
export const bestResponse: ReasonRow = {
  remembers: 0,
  tell(decision) {
    const { spec, before } = decision;
    const { contest, theta, elasticity } = spec.economy;
    const sigma = ownValue(decision, 'sigma');
    const isAlone = spec.groups.reduce((sum, { count }) => sum + count, 0) === 1;
    const isContested = elasticity !== null || contest !== 'output' || theta !== 1;
    if (elasticity === null && (isAlone || (!isContested && sigma === 0))) {
      const reason = planReason(decision, reach(decision));
      return { ...reason, words: `Nobody else matters to it. ${reason.words}` };
    }
    const m = (before.T + sigma * (before.totalT - before.T)) / before.T;
    const spill =
      m > 1
        ? `With what spills in it has ${quantityText(m, 3)} times its own training, so a chip that trains counts for ${share(100 / m)} % of what it would alone.`
        : 'Nothing spills in.';
    const market = isContested
      ? ` It competes on ${contest}${elasticity === null ? '' : ', for buyers who pay less the more there is'}, and takes the paths of the others as given.`
      : ' It takes the training of the others as given.';
    return {
      words: spill + market,
      figures: [
        { label: 'its T', value: quantityText(before.T) },
        { label: 'T of all', value: quantityText(before.totalT) },
      ],
      wanted: null,
    };
  },
};
