import fc from 'fast-check';

// One seed for every property test, so that a run can be repeated; FAST_CHECK_SEED=random looks for new counterexamples.
const wish = process.env.FAST_CHECK_SEED ?? '20261122';
if (wish !== 'random') fc.configureGlobal({ seed: Number(wish) });
