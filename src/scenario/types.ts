/** A distribution over the labs of one group. Draws are the core's own (counter-based, so adding a lab never moves another's luck). */
export type Distribution =
  | { distribution: 'constant'; value: number }
  | { distribution: 'uniform'; min: number; max: number }
  /** exp(ln median + spread·N(0,1)). */
  | { distribution: 'lognormal'; median: number; spread: number }
  /** min·u^(−1/shape). */
  | { distribution: 'pareto'; min: number; shape: number }
  /** One value per lab, in order; as many as the group has labs. */
  | { distribution: 'list'; values: number[] };

/** How a group allocates its chips. `type` is a row of the rule table; the other keys are that row's parameters. */
export interface RuleChoice {
  type: string;
  [parameter: string]: string | number | null;
}

/** Labs that share a rule, its parameters and the distributions of their stocks and beliefs. */
export interface Group {
  /** Unique in its economy; it also keys the group's random draws. */
  name: string;
  count: number;
  rule: RuleChoice;
  /** Chips at t = 0 of each lab. */
  K0: Distribution;
  /** Training stock at t = 0 of each lab. */
  T0: Distribution;
  /** Believed exponent ĉ of each lab; null: every lab knows the true c. */
  cHat: Distribution | null;
  /** Standard deviation of q per tick around what the rule wants. */
  noise: number;
  /** Per-group values of economy parameters; null: the economy's value. */
  a: number | null;
  c: number | null;
  s: number | null;
  sigma: number | null;
  w: number | null;
  k1: number | null;
  k2: number | null;
  Tmax: number | null;
  delta: number | null;
  rho: number | null;
  f: number | null;
  releaseEvery: number | null;
  releaseGrowth: number | null;
  reinvest: Reinvestment | null;
  r: number | null;
  payout: number | null;
  omega: number | null;
  credit: number | null;
  entry: number | null;
  entrySpread: number | null;
}

export interface Economy {
  a: number;
  b: number;
  c: number;
  s: number;
  sigma: number;
  /** Bandwidth factor of inference. */
  w: number;
  /** Bounds of the tradeoff cone; null: none. */
  k1: number;
  k2: number | null;
  /** Training beyond which nothing gets cheaper; null: none. */
  Tmax: number | null;
  /** Depreciation of chips and of training. */
  delta: number;
  rho: number;
  contest: 'output' | 'quality';
  theta: number;
  /** Elasticity of demand; null: perfectly elastic. */
  elasticity: number | null;
  /** Fab capacity at t = 0 (null: no limit), its growth, the supply exponent, the price trend of chips. */
  F: number | null;
  gF: number;
  phi: number;
  gp: number;
  /** External funding per chip and time. */
  f: number;
  /** Lag of others' training. */
  tau: number;
  /** Ticks between releases (0: not by the calendar); growth of T between releases (null: not by growth). */
  releaseEvery: number;
  releaseGrowth: number | null;
  reinvest: Reinvestment;
  /** Hurdle rate and payout target of the reinvestment rules. */
  r: number;
  payout: number;
  /** Running cost of a chip; credit line (null: without end). */
  omega: number;
  credit: number | null;
  /** Rate and spread of entry. */
  entry: number;
  entrySpread: number;
}

/** How revenue is reinvested. */
export type Reinvestment = 'constant' | 'hurdle' | 'payout';

export interface Clock {
  /** Decision interval h, in the scenario's time unit. */
  h: number;
  /** End of the run, in the scenario's time unit. */
  until: number;
  method: 're6' | 'euler';
  /** Substep size relative to the fastest growth (ε). */
  epsilon: number;
}

/** Words for axes and readouts; they never enter the arithmetic. */
export interface Units {
  time: string;
  chips: string;
  training: string;
}

/** A named set of changes to the scenario, run beside it in the same core with the same luck. Keys are paths. */
export interface Variant {
  name: string;
  /** Time of the fork: until then the variant is the scenario itself; from the first tick at or after it, it goes its own way. 0: from the start. */
  from: number;
  set: Record<string, unknown>;
}

/** A complete scenario: every default explicit. */
export interface Scenario {
  turnpike: 1;
  name: string;
  title: string;
  /** One sentence: what to look for. */
  lookFor: string;
  seed: number;
  units: Units;
  clock: Clock;
  economy: Economy;
  groups: Group[];
  variants: Variant[];
}

/** One economy of a scenario: the base, or one variant with its changes applied. */
export interface EconomySpec {
  /** 'base' for the scenario itself, else the variant's name. */
  name: string;
  /** Time at which a variant forks off the base; 0: it runs from the start. */
  from: number;
  clock: Clock;
  economy: Economy;
  groups: Group[];
}
