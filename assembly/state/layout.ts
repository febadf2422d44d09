// Every offset of the core's tables, written once. The host reads these constants from the module's exports.
// A mechanism adds its fields here, one line each; nothing else moves.

// --- economy table: one row an economy, in f64 ---
/** Decision interval h. */
export const ECONOMY_H: i32 = 0;
/** End of the run. */
export const ECONOMY_UNTIL: i32 = 1;
/** Substep size ε relative to the fastest growth. */
export const ECONOMY_EPSILON: i32 = 2;
/** METHOD_RE6 or METHOD_EULER. */
export const ECONOMY_METHOD: i32 = 3;
/** First row of the economy in the group table. */
export const ECONOMY_FIRST_GROUP: i32 = 4;
export const ECONOMY_GROUPS: i32 = 5;
/** Ticks done. */
export const ECONOMY_TICK: i32 = 6;
/** Time inside the current tick that is already integrated; 0 between ticks. */
export const ECONOMY_INSIDE: i32 = 7;
/** 1 while a tick is begun and not finished (its decisions are taken). */
export const ECONOMY_IN_TICK: i32 = 8;
export const ECONOMY_STATUS: i32 = 9;
/** Located blow-up time t*; +∞ while none is located. */
export const ECONOMY_BLOW_UP: i32 = 10;
/** Time of the last finite state. */
export const ECONOMY_TIME: i32 = 11;
/** Substeps taken since t = 0. */
export const ECONOMY_SUBSTEPS: i32 = 12;
/** Largest difference between the order-6 and order-4 values of ln K or ln T in any substep of the last tick. */
export const ECONOMY_ERROR: i32 = 13;
/** 1 if a mechanism is on that RE6 cannot integrate (see integrate/method.ts). */
export const ECONOMY_GENERAL: i32 = 14;
/** What labs contest: CONTEST_OUTPUT or CONTEST_QUALITY, and how sharply: θ. */
export const ECONOMY_CONTEST: i32 = 15;
export const ECONOMY_THETA: i32 = 16;
/** Demand elasticity ε; +∞: every unit of output sells for 1. */
export const ECONOMY_ELASTICITY: i32 = 17;
/** Total output at t = 0. */
export const ECONOMY_Y_REF: i32 = 18;
/** Fab capacity F at t = 0 (+∞: chips without limit), its growth rate g_F, supply exponent φ, price trend g_p. */
export const ECONOMY_FAB: i32 = 19;
export const ECONOMY_FAB_GROWTH: i32 = 20;
export const ECONOMY_SUPPLY_EXPONENT: i32 = 21;
export const ECONOMY_PRICE_TREND: i32 = 22;
/** Price of a chip at the last evaluation of the rates. */
export const ECONOMY_PRICE: i32 = 23;
/** The general method's next step by its error control, and, of the step before, its length and the fastest d(ln K)/dt at its start. */
export const ECONOMY_NEXT_STEP: i32 = 24;
export const ECONOMY_LAST_STEP: i32 = 25;
export const ECONOMY_LAST_GROWTH: i32 = 26;
/** 1 if some rule of the economy looks at the growth of labs (the growth columns are kept). */
export const ECONOMY_WATCHED: i32 = 27;
/** Lag τ with which others' training arrives; its history: byte offset in the memories region, and ticks it holds. */
export const ECONOMY_LAG: i32 = 28;
export const ECONOMY_HISTORY: i32 = 29;
export const ECONOMY_HISTORY_TICKS: i32 = 30;
/** Ticks of the base after which this economy goes on from its state (fork.ts); 0: it starts at t = 0. */
export const ECONOMY_FORK_TICK: i32 = 31;
/** Seed of its random draws: low 32 bits, high 21. */
export const ECONOMY_SEED_LOW: i32 = 32;
export const ECONOMY_SEED_HIGH: i32 = 33;
/** In an ensemble: 1 if it may share vectors with others like it. */
export const ECONOMY_LANES: i32 = 34;
/** Does any lab ever change its split? SPLITS_*. */
export const ECONOMY_SPLITS: i32 = 35;
export const ECONOMY_STRIDE: i32 = 40;

// --- group table: one row a group, in f64 ---
/** First slot of the group in every lab column; a multiple of 4. */
export const GROUP_FIRST: i32 = 0;
/** Number of labs. */
export const GROUP_COUNT: i32 = 1;
/** Stable id that keys the group's random draws (u32). */
export const GROUP_ID: i32 = 2;
export const GROUP_RULE: i32 = 3;
export const GROUP_A: i32 = 4;
export const GROUP_B: i32 = 5;
export const GROUP_C: i32 = 6;
export const GROUP_S: i32 = 7;
export const GROUP_SIGMA: i32 = 8;
/** The rule's parameters, in the order of its row in the rule table. */
export const GROUP_RULE_PARAMETER: i32 = 9;
export const RULE_PARAMETERS: i32 = 8;
/** Three distributions, each DISTRIBUTION_STRIDE fields: kind, first parameter, second parameter, offset into the list values. */
export const GROUP_K0: i32 = 17;
export const GROUP_T0: i32 = 21;
export const GROUP_C_HAT: i32 = 25;
export const DISTRIBUTION_STRIDE: i32 = 4;
/** What `account` writes: see RECORD_* below, in the same order. */
export const GROUP_RECORD: i32 = 64;
/** Memory-bandwidth factor of inference w. */
export const GROUP_W: i32 = 40;
/** Bounds of the tradeoff cone. */
export const GROUP_K1: i32 = 41;
export const GROUP_K2: i32 = 42;
/** Training beyond this is useless. */
export const GROUP_T_MAX: i32 = 43;
/** Depreciation of chips and of training. */
export const GROUP_DELTA: i32 = 44;
export const GROUP_RHO: i32 = 45;
/** Running cost ω per chip and time, external funding f per chip and time. */
export const GROUP_OMEGA: i32 = 46;
export const GROUP_FUNDING: i32 = 47;
/** The technique ladder: number of its rungs (0: G = T̂^c), offset of the first in the list values, RUNG_FIELDS each. */
export const GROUP_RUNGS: i32 = 48;
export const GROUP_LADDER: i32 = 49;
/** Byte offset in the memories region of what the labs' own ladders are (market/ladder.ts). */
export const GROUP_LADDER_COLUMNS: i32 = 60;
/** Byte offset of the rule's memory in the memories region; its size is the rule's own affair (rules/table.ts). */
export const GROUP_MEMORY: i32 = 50;
/** Standard deviation of the execution noise on q. */
export const GROUP_NOISE: i32 = 51;
/** Releases: the deployed T follows every so many ticks (0: not by the calendar), or when T grew by this factor (+∞: not by growth). */
export const GROUP_RELEASE_TICKS: i32 = 52;
export const GROUP_RELEASE_GROWTH: i32 = 53;
/** How revenue is reinvested: REINVEST_*, the hurdle rate r, the payout target. */
export const GROUP_REINVEST: i32 = 54;
export const GROUP_HURDLE: i32 = 55;
export const GROUP_PAYOUT: i32 = 56;
/** Labs leave when their cash is below −credit (+∞: never). Empty places fill at the rate of entry, with this spread. */
export const GROUP_CREDIT: i32 = 57;
export const GROUP_ENTRY: i32 = 58;
export const GROUP_ENTRY_SPREAD: i32 = 59;
/** The exponent c whose binomial series follows, and its coefficients (integrate/powerSeries.ts). */
export const GROUP_SERIES_OF: i32 = 96;
export const GROUP_SERIES: i32 = 97;
export const SERIES_TERMS: i32 = 11;
export const GROUP_STRIDE: i32 = 112;

// --- a rung of a technique ladder, in the list values: steepest first ---
/** Span in orders of magnitude of T̂. */
export const RUNG_SPAN: i32 = 0;
/** d log G/d log T̂. */
export const RUNG_SLOPE: i32 = 1;
/** Training at which the rung ends at the latest; +∞: nowhere before its span does. */
export const RUNG_LIMIT: i32 = 2;
export const RUNG_FIELDS: i32 = 3;

// --- what is observed of a group after each tick ---
/** ΣK. */
export const RECORD_K: i32 = 0;
/** ΣT. */
export const RECORD_T: i32 = 1;
/** Σq·K, with the q of the tick just done and the K at its end. */
export const RECORD_TRAINING: i32 = 2;
/** ΣK². */
export const RECORD_K_SQUARED: i32 = 3;
export const RECORD_MAX_K: i32 = 4;
export const RECORD_MAX_T: i32 = 5;
export const RECORD_MIN_Q: i32 = 6;
export const RECORD_MAX_Q: i32 = 7;
/** Accounts of the tick, summed over the group: revenue, chips bought, chips lost, money paid out, running cost. */
export const RECORD_REVENUE: i32 = 8;
export const RECORD_BOUGHT: i32 = 9;
export const RECORD_LOST: i32 = 10;
export const RECORD_PAID: i32 = 11;
export const RECORD_COST: i32 = 12;
/** Labs in business. */
export const RECORD_LABS: i32 = 13;
/** The same accounts summed over all ticks so far. */
export const RECORD_TOTALS: i32 = 14;
/** One field is spare: an even number is copied in whole vectors, and no row of three groups straddles a cache line. */
export const RECORD_FIELDS: i32 = 20;

// --- a row of the record buffer: a header, then RECORD_FIELDS for each group of the economy ---
export const ROW_ECONOMY: i32 = 0;
export const ROW_TICK: i32 = 1;
export const ROW_TIME: i32 = 2;
export const ROW_STATUS: i32 = 3;
export const ROW_HEADER: i32 = 4;

// --- lab columns: f64 each, one slot a lab ---
export const COLUMN_K: i32 = 0;
export const COLUMN_T: i32 = 1;
export const COLUMN_Q: i32 = 2;
export const COLUMN_S: i32 = 3;
export const COLUMN_C_HAT: i32 = 4;
/** Columns up to here are state: they are snapshot and restored. The rest is scratch of one substep. */
export const STATE_COLUMNS: i32 = 5;
/** 1/T̂ at the substep's start. */
export const COLUMN_INVERSE: i32 = 5;
/** d(log2 K)/dt at the substep's start. */
export const COLUMN_RATE: i32 = 6;
/** dT/dt at the substep's start. */
export const COLUMN_TRAINING: i32 = 7;
/** What T grew by inside the Strang sequences with 1, 2 and 3 substeps. */
export const COLUMN_T_GROWTH: i32 = 8;
/** What log2 K grew by inside them. */
export const COLUMN_K_GROWTH: i32 = 11;
export const PAPER_COLUMNS: i32 = 14;

// More state, reserved only where an economy needs it.
/** K and T at the last tick's start, and what they grew by since, as rates of their logarithms: for rules that learn. */
export const COLUMN_LAST_K: i32 = 14;
export const COLUMN_LAST_T: i32 = 15;
export const COLUMN_GROWTH_K: i32 = 16;
export const COLUMN_GROWTH_T: i32 = 17;
/** The splits of the tick before, as they were carried out: what every lab may see while this tick's are being decided. */
export const COLUMN_LAST_Q: i32 = 18;
export const WATCHED_COLUMNS: i32 = 19;
/** Accounts of the tick: revenue, chips bought, chips lost, money paid out, running cost. */
export const COLUMN_REVENUE: i32 = 19;
export const COLUMN_BOUGHT: i32 = 20;
export const COLUMN_LOST: i32 = 21;
export const COLUMN_PAID: i32 = 22;
export const COLUMN_COST: i32 = 23;
export const ACCOUNTS: i32 = 5;
/** Money in hand since t = 0: paid out less running cost. */
export const COLUMN_CASH: i32 = 24;
/** Training of the deployed model. */
export const COLUMN_DEPLOYED: i32 = 25;
/** Columns from here on are scratch again. */
export const EXTENDED_STATE_COLUMNS: i32 = 26;
/** K and T at a stage. */
export const COLUMN_STAGE_K: i32 = 26;
export const COLUMN_STAGE_T: i32 = 27;
/** Own and others' training that serves at a stage: released, and late. */
export const COLUMN_ARRIVED: i32 = 28;
/** T̂ after spillover, cap and cone. */
export const COLUMN_EFFECTIVE: i32 = 29;
/** Inference I that is of use. */
export const COLUMN_INFERENCE: i32 = 30;
/** log2 G(T̂). */
export const COLUMN_QUALITY: i32 = 31;
/** Output Y. */
export const COLUMN_OUTPUT: i32 = 32;
/** Weight in the contest: Y^θ or G(T̂)^θ, up to a common factor. */
export const COLUMN_WEIGHT: i32 = 33;
/** Rates at a stage: revenue and money for chips. */
export const COLUMN_SALES: i32 = 34;
export const COLUMN_SPEND: i32 = 35;
/** d(ln K)/dt at the stages, then d(ln T)/dt. */
export const COLUMN_SLOPE_K: i32 = 36;
export const COLUMN_SLOPE_T: i32 = 43;
export const STAGES: i32 = 7;
/** The accounts over one substep, before it is accepted. */
export const COLUMN_STEP_REVENUE: i32 = 50;
export const COLUMN_STEP_BOUGHT: i32 = 51;
export const COLUMN_STEP_LOST: i32 = 52;
export const COLUMN_STEP_PAID: i32 = 53;
export const COLUMN_STEP_COST: i32 = 54;
export const GENERAL_COLUMNS: i32 = 55;

// --- codes ---
export const METHOD_RE6: i32 = 0;
export const METHOD_EULER: i32 = 1;

/** Splits change from tick to tick; or stand still once they are decided; or are; or are and have been observed. */
export const SPLITS_CHANGE: i32 = 0;
export const SPLITS_OPEN: i32 = 1;
export const SPLITS_STAND: i32 = 2;
export const SPLITS_KNOWN: i32 = 3;

export const REINVEST_CONSTANT: i32 = 0;
export const REINVEST_HURDLE: i32 = 1;
export const REINVEST_PAYOUT: i32 = 2;

export const CONTEST_OUTPUT: i32 = 0;
export const CONTEST_QUALITY: i32 = 1;

export const STATUS_RUNNING: i32 = 0;
/** `until` was reached. */
export const STATUS_FINISHED: i32 = 1;
/** A blow-up was located inside the last tick; the state is the last finite one. */
export const STATUS_BLOW_UP: i32 = 2;
/** K passed 1e280 without a blow-up inside the tick. */
export const STATUS_OVERFLOW: i32 = 3;
/** A stock turned non-finite. */
export const STATUS_FAILED: i32 = 4;
/** A fork whose time has not come. */
export const STATUS_WAITING: i32 = 5;

export const DISTRIBUTION_CONSTANT: i32 = 0;
export const DISTRIBUTION_UNIFORM: i32 = 1;
export const DISTRIBUTION_LOGNORMAL: i32 = 2;
export const DISTRIBUTION_PARETO: i32 = 3;
export const DISTRIBUTION_LIST: i32 = 4;

export const RULE_FIXED: i32 = 0;
export const RULE_PARITY: i32 = 1;
export const RULE_TURNPIKE: i32 = 2;
export const RULE_RECEDING_HORIZON: i32 = 3;
export const RULE_RANDOM_WALK: i32 = 4;
export const RULE_HILL_CLIMB: i32 = 5;
export const RULE_IMITATE: i32 = 6;
export const RULE_RACE: i32 = 7;
export const RULE_FREE_RIDE: i32 = 8;
export const RULE_BEST_RESPONSE: i32 = 9;
export const RULE_Q_LEARNING: i32 = 10;
