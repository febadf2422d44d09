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
export const ECONOMY_STRIDE: i32 = 16;

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
export const GROUP_RECORD: i32 = 32;
export const GROUP_STRIDE: i32 = 48;

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
export const RECORD_FIELDS: i32 = 8;

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
/** T̂^c at the substep's start. */
export const COLUMN_POWER: i32 = 5;
/** 1/T̂ at the substep's start. */
export const COLUMN_INVERSE: i32 = 6;
/** a·s·(1−q): the growth rate of K per unit of T̂^c, in log2. */
export const COLUMN_RATE: i32 = 7;
/** T inside a Strang sequence. */
export const COLUMN_T_STAGE: i32 = 8;
/** log2 of K's growth inside a Strang sequence. */
export const COLUMN_K_GROWTH: i32 = 9;
/** Extrapolated log2 growth of K and of T, and their differences to the order-4 values. */
export const COLUMN_K_SUM: i32 = 10;
export const COLUMN_T_SUM: i32 = 11;
export const COLUMN_K_ERROR: i32 = 12;
export const COLUMN_T_ERROR: i32 = 13;
export const COLUMNS: i32 = 14;

// --- codes ---
export const METHOD_RE6: i32 = 0;
export const METHOD_EULER: i32 = 1;

export const STATUS_RUNNING: i32 = 0;
/** `until` was reached. */
export const STATUS_FINISHED: i32 = 1;
/** A blow-up was located inside the last tick; the state is the last finite one. */
export const STATUS_BLOW_UP: i32 = 2;
/** K passed 1e280 without a blow-up inside the tick. */
export const STATUS_OVERFLOW: i32 = 3;
/** A stock turned non-finite. */
export const STATUS_FAILED: i32 = 4;

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
