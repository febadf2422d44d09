import { quantityText } from '../../shared/quantity.ts';
import { type Decision, type Reason, type ReasonRow, ruleNumber } from './reason.ts';

const share = (q: number): string => quantityText(q, 3);

const start = (decision: Decision): Reason => {
  const wanted = ruleNumber(decision, 'q');
  return { words: `It has learnt nothing yet and starts with q = ${share(wanted)}.`, figures: [], wanted };
};

/** Fields of the core's memory: rules/hillClimb.ts. */
const MEANT = 0;
const CARRIED_OUT = 1;
const SHARE = 2;

export const hillClimb: ReasonRow = {
  remembers: 3,
  tell(decision) {
    const { before, after } = decision;
    if (before.tick === 0) return start(decision);
    const step = ruleNumber(decision, 'step');
    const move = before.q - before.remembered[CARRIED_OUT];
    const [last, now] = [before.remembered[SHARE], after.remembered[SHARE]];
    const isBetter = now > last;
    const up = before.tick === 1 ? true : move === 0 ? before.q <= 0.5 : isBetter === move > 0;
    const wanted = Math.min(1, Math.max(0, before.remembered[MEANT] + (up ? step : -step)));
    const way = up ? 'up' : 'down';
    const words =
      before.tick === 1
        ? 'Its first step goes up, to see what happens.'
        : move === 0
          ? `An end had stopped it, so it goes ${way} again.`
          : `Its last move, q ${move > 0 ? 'up' : 'down'} by ${share(Math.abs(move))}, made its yardstick ${isBetter ? 'better' : 'no better'}, so it ${isBetter ? 'goes on' : 'turns'}: ${way}.`;
    const figures =
      before.tick === 1
        ? []
        : [
            { label: 'yardstick’s growth, as a share of the potential, before', value: share(last) },
            { label: 'and in the last tick', value: share(now) },
          ];
    return { words, figures, wanted };
  },
};

export const imitate: ReasonRow = {
  remembers: 1,
  tell(decision) {
    const { before, after, h } = decision;
    if (before.tick === 0) return start(decision);
    const wanted = after.remembered[MEANT];
    const meets = 1 - Math.exp(-ruleNumber(decision, 'rate') * h);
    if (wanted === before.remembered[MEANT])
      return {
        words: `It kept its split: it met nobody, or nobody that it followed. Which of the two is not recorded.`,
        figures: [{ label: 'chance to meet another lab in a tick', value: share(meets) }],
        wanted,
      };
    return { ...copied(decision, wanted), wanted };
  },
};

function copied(decision: Decision, meant: number): Omit<Reason, 'wanted'> {
  const { before, spec, group, at } = decision;
  const crowd = before.crowd!;
  const own = placeOf(decision);
  const models = [...crowd.q.keys()].filter((i) => i !== own && crowd.q[i] === meant);
  if (models.length === 0)
    return {
      words: `It copied a lab with an error: nobody played exactly ${share(meant)}.`,
      figures: [{ label: 'chance of an error, ν', value: share(ruleNumber(decision, 'mutation')) }],
    };
  if (models.length > 1)
    return { words: `It copied one of ${models.length} labs that played ${share(meant)}.`, figures: [] };
  const growth = (i: number): number =>
    crowd.growthK[i] + (group.rule.yardstick === 'chips' ? 0 : before.cHat * crowd.growthT[i]);
  let lab = models[0];
  const of = spec.groups.find(({ count }) => {
    if (lab < count) return true;
    lab -= count;
    return false;
  })!;
  const whose = of === spec.groups[at.group] ? '' : ` of “${of.name}”`;
  return {
    words: `It copied lab ${lab + 1}${whose}, which played ${share(meant)}.`,
    figures: [
      { label: 'that lab’s yardstick grew at', value: quantityText(growth(models[0])) },
      { label: 'its own at', value: quantityText(growth(own)) },
    ],
  };
}

/** Number of the lab among all of its economy. */
const placeOf = ({ spec, at }: Decision): number =>
  spec.groups.slice(0, at.group).reduce((sum, { count }) => sum + count, at.lab);

/** The core's table: rules/qLearning.ts. */
const SPLITS = 9;
const CHOICE = 81;

export const qLearning: ReasonRow = {
  remembers: 83,
  tell(decision) {
    const { remembered } = decision.after;
    const choice = remembered[CHOICE];
    const [bin, split] = [Math.floor(choice / SPLITS), choice % SPLITS];
    const values = remembered.slice(bin * SPLITS, (bin + 1) * SPLITS);
    const most = Math.max(...values);
    const best = [...values.keys()].filter((i) => values[i] === most);
    const words = best.includes(split)
      ? best.length === 1
        ? `The best it knows in this region: q = ${share(split / 8)}.`
        : `${best.length} splits look equally good in this region; it took one of them, ${share(split / 8)}.`
      : `It tried q = ${share(split / 8)} at random, although it knows a better one here, ${share(best[0] / 8)}.`;
    return {
      words,
      figures: [
        { label: 'region around the turnpike, 1 to 9', value: `${bin + 1}` },
        { label: 'worth of its choice', value: share(values[split]) },
        { label: 'worth of the best', value: share(most) },
      ],
      wanted: split / (SPLITS - 1),
    };
  },
};
