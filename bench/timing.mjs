// Times side by side: contestants take turns within each round, so that whatever else the machine does hits all alike.

export const median = (values) => {
  const sorted = values.toSorted((x, y) => x - y);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Agreement asked of what contestants observe: what rounding in another order of operations may cost. */
const TOLERANCE = 1e-11;

/** Runs every contestant for some ticks and throws unless all observe what the first does. */
export async function checkAgreement(contestants, economy, N) {
  const ticks = N > 100_000 ? 3 : 50;
  let wanted;
  for (const { name, create } of contestants) {
    const runner = await create(N, economy.checkedH);
    await runner.time(ticks);
    const seen = await runner.observe();
    await runner.close?.();
    wanted ??= seen;
    seen.forEach((value, which) => {
      if (!(Math.abs(value / wanted[which] - 1) < TOLERANCE))
        throw new Error(
          `${name} disagrees at N = ${N}: observation ${which} is ${value}, not ${wanted[which]}`,
        );
    });
  }
}

/** Ticks that fill a slice of time, found by doubling, which also warms the engine up. The least of three: no pause is a tick's. */
export async function ticksFor(runner, slice) {
  let ticks = 1;
  let spent = 0;
  for (;;) {
    const took = Math.min(await runner.time(ticks), await runner.time(ticks), await runner.time(ticks));
    spent += 3 * took;
    if (took >= slice / 4 && spent >= slice) return Math.max(1, Math.round((ticks * slice) / took));
    if (took < slice / 4) ticks *= 2;
  }
}

/**
 * Times runners in turns. labs: how many each moves in a tick. rounds: turns; slice: milliseconds of each, about.
 * Resolves to one object a runner: the median and the least ns per lab-tick over the rounds, and `ratio`, the median over the
 * rounds of its time by the first runner's in the same round.
 */
export async function interleave(runners, labs, { rounds, slice }) {
  const turns = [];
  for (const runner of runners) turns.push({ ticks: await ticksFor(runner, slice), every: 1 });
  return takeTurns(runners, turns, labs, rounds);
}

/**
 * The same with turns given: `ticks` of each, and `every`, so that a runner whose turns are long has one only every so many
 * rounds, not all in the same one. Such a turn's ratio is to the median of the first runner's turns in these rounds, of which
 * that one has one in each.
 */
export async function takeTurns(runners, turns, labs, rounds) {
  const samples = runners.map(() => []);
  const order = [...runners.keys()];
  for (let round = 0; round < rounds; round++) {
    for (const i of order) {
      const { ticks, every } = turns[i];
      if (round % every === i % every)
        samples[i].push({ round, ns: ((await runners[i].time(ticks)) * 1e6) / (ticks * labs[i]) });
    }
    // There and back: what changes steadily in the meantime favours nobody.
    order.reverse();
  }
  const firstAround = (round, every) => {
    const from = round - (round % every);
    return median(samples[0].slice(from, from + every).map(({ ns }) => ns));
  };
  return samples.map((taken, i) => ({
    median: median(taken.map(({ ns }) => ns)),
    least: Math.min(...taken.map(({ ns }) => ns)),
    ratio: median(taken.map(({ round, ns }) => ns / firstAround(round, turns[i].every))),
  }));
}

/** The same from contestants, made and ended here, all with N labs. */
export async function timeContestants(contestants, economy, N, effort) {
  const runners = [];
  for (const { create } of contestants) runners.push(await create(N, economy.h));
  const results = await interleave(
    runners,
    runners.map(() => N),
    effort,
  );
  for (const runner of runners) await runner.close?.();
  return results;
}
