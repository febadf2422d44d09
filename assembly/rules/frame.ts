// What a decision rule sees and writes: columns of one group, and public aggregates. A rule is a batch over these
// columns, never a call a lab, so that a rule compiled elsewhere can take the same few pointers.

/** Columns of the group, in f64; `bytes` long (a multiple of 32: the slots past `count` are padding). */
export let K: usize = 0;
export let T: usize = 0;
/** In: the splits of the tick before, as carried out (execution noise included). Out: this tick's. */
export let Q: usize = 0;
export let S: usize = 0;
export let C_HAT: usize = 0;
export let bytes: usize = 0;
export let count: i32 = 0;

/** The group's row in the group table and its stable id. */
export let group: i32 = 0;
export let groupId: u32 = 0;

/** Ticks done, time at the tick's start, length of this tick. */
export let tick: u32 = 0;
export let t: f64 = 0;
export let h: f64 = 0;

/** Public aggregates at the tick's start: ΣK, ΣT, the leader's T, the chip-weighted mean q of the tick before (0 at t = 0), the price of a chip. */
export let totalK: f64 = 0;
export let totalT: f64 = 0;
export let leaderT: f64 = 0;
export let meanQ: f64 = 0;
export let price: f64 = 1;

/** The economy and its groups [firstGroup, lastGroup), for rules that look at other labs' public state. */
export let economy: i32 = 0;
export let firstGroup: i32 = 0;
export let lastGroup: i32 = 0;

export function setLabs(
  k: usize,
  tr: usize,
  q: usize,
  s: usize,
  cHat: usize,
  length: usize,
  labs: i32,
): void {
  K = k;
  T = tr;
  Q = q;
  S = s;
  C_HAT = cHat;
  bytes = length;
  count = labs;
}

export function setClock(now: u32, time: f64, length: f64): void {
  tick = now;
  t = time;
  h = length;
}

export function setGroup(row: i32, id: u32): void {
  group = row;
  groupId = id;
}

export function setEconomy(row: i32, first: i32, last: i32): void {
  economy = row;
  firstGroup = first;
  lastGroup = last;
}

export function setPublic(sumK: f64, sumT: f64, mostT: f64, q: f64, chipPrice: f64): void {
  totalK = sumK;
  totalT = sumT;
  leaderT = mostT;
  meanQ = q;
  price = chipPrice;
}
