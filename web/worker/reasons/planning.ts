import { quantityText } from '../../shared/quantity.ts';
import { planReason } from './plan.ts';
import { type ReasonRow, ruleNumber } from './reason.ts';

const share = (q: number): string => quantityText(q, 3);

export const fixed: ReasonRow = {
  remembers: 0,
  tell(decision) {
    const q = ruleNumber(decision, 'q');
    return { words: `Its split is fixed: q = ${share(q)} whatever happens.`, figures: [], wanted: q };
  },
};

export const parity: ReasonRow = {
  remembers: 0,
  tell({ before: { cHat } }) {
    const wanted = cHat / (1 + cHat);
    return {
      words: `The best split of one period’s budget, ĉ/(1+ĉ) = ${share(wanted)}. Its K and T do not enter.`,
      figures: [{ label: 'ĉ', value: quantityText(cHat) }],
      wanted,
    };
  },
};

export const turnpike: ReasonRow = {
  remembers: 0,
  tell(decision) {
    const end = decision.group.rule.horizon;
    return planReason(decision, end === null ? Infinity : Math.max(0, Number(end) - decision.before.t));
  },
};

export const recedingHorizon: ReasonRow = {
  remembers: 0,
  tell(decision) {
    const { horizon } = decision.group.rule;
    return planReason(decision, horizon === null ? Infinity : Number(horizon));
  },
};

export const randomWalk: ReasonRow = {
  remembers: 0,
  tell(decision) {
    const { before, after, h } = decision;
    const from = before.tick === 0 ? ruleNumber(decision, 'q') : before.q;
    const typical = ruleNumber(decision, 'volatility') * Math.sqrt(h);
    return {
      words: `No reason: q wandered from ${share(from)} to ${share(after.q)}.`,
      figures: [{ label: 'a typical step, v√h', value: share(typical) }],
      wanted: null,
    };
  },
};
