import { type CoreExports, exported, onceAnInstance, pointer } from './exports.ts';
import { type Row, type RowLayout, STATUSES, type Status } from './row.ts';
import { type EconomyPlace, type GroupPlace, paddedCount } from './tables.ts';

const fields = [
  'TICK',
  'TIME',
  'STATUS',
  'BLOW_UP',
  'SUBSTEPS',
  'ERROR',
  'IN_TICK',
  'GENERAL',
  'PRICE',
  'Y_REF',
];

/** Offsets of the fields of an economy that are read here. */
const offsetsOf = onceAnInstance(
  (exports): Readonly<Record<string, number>> =>
    Object.fromEntries(fields.map((name) => [name, exported(exports, `ECONOMY_${name}`)])),
);

/** Lab columns of one group: views of the core's memory, not copies. Do not write to them. */
export class GroupView {
  readonly name: string;
  readonly count: number;
  /** First slot of the group in the core's columns and in the points buffer. */
  readonly first: number;
  /** Chips of each lab. */
  readonly K: Float64Array;
  /** Training stock of each lab. */
  readonly T: Float64Array;
  readonly #exports: CoreExports;
  readonly #row: number;
  readonly #column: (name: string) => Float64Array;
  // Made when first asked for: a short run asks for none of them.
  #q: Float64Array | undefined;
  #s: Float64Array | undefined;
  #cHat: Float64Array | undefined;

  constructor(exports: CoreExports, { spec, row, first }: GroupPlace) {
    this.name = spec.name;
    this.count = spec.count;
    this.first = first;
    const labs = pointer(exports, 'labs');
    const bytes = pointer(exports, 'columnBytes');
    const column = (name: string): Float64Array =>
      new Float64Array(exports.memory.buffer, labs + bytes * exported(exports, name) + first * 8, spec.count);
    this.K = column('COLUMN_K');
    this.T = column('COLUMN_T');
    this.#exports = exports;
    this.#row = row;
    this.#column = column;
  }

  /** Training share of each lab in the last tick. */
  get q(): Float64Array {
    this.#q ??= this.#column('COLUMN_Q');
    return this.#q;
  }

  /** Reinvested share of each lab in the last tick. */
  get s(): Float64Array {
    this.#s ??= this.#column('COLUMN_S');
    return this.#s;
  }

  /** Believed exponent of each lab. */
  get cHat(): Float64Array {
    this.#cHat ??= this.#column('COLUMN_C_HAT');
    return this.#cHat;
  }

  /** d(ln K)/dt and d(ln T)/dt of each lab over the last tick; null where no rule of the simulation looks at growth. */
  get growth(): { K: Float64Array; T: Float64Array } | null {
    const isWatched = exported(this.#exports, 'columnCount') >= exported(this.#exports, 'WATCHED_COLUMNS');
    return isWatched ? { K: this.#column('COLUMN_GROWTH_K'), T: this.#column('COLUMN_GROWTH_T') } : null;
  }

  /** What the group's rule remembers of a lab; the core's file of the rule numbers its fields. Meaningless beyond them. */
  remembered(field: number, lab: number): number {
    const at = pointer(this.#exports, 'groups') + 8 * this.#row * exported(this.#exports, 'GROUP_STRIDE');
    const view = new DataView(this.#exports.memory.buffer);
    const offset = view.getFloat64(at + 8 * exported(this.#exports, 'GROUP_MEMORY'), true);
    const place = field * paddedCount(this.count) + lab;
    return view.getFloat64(pointer(this.#exports, 'memories') + offset + 8 * place, true);
  }
}

/** One economy of a running simulation. Reading it never changes it. */
export class EconomyView {
  readonly name: string;
  readonly index: number;
  readonly groups: readonly GroupView[];
  readonly labs: number;
  readonly #exports: CoreExports;
  readonly #place: EconomyPlace;
  readonly #fields: Float64Array;
  readonly #records: Float64Array;
  readonly #layout: RowLayout;
  readonly #at: Readonly<Record<string, number>>;

  constructor(exports: CoreExports, layout: RowLayout, place: EconomyPlace, index: number) {
    this.#exports = exports;
    this.#layout = layout;
    this.#place = place;
    this.name = place.spec.name;
    this.index = index;
    this.groups = place.groups.map((group) => new GroupView(exports, group));
    this.labs = this.groups.reduce((sum, group) => sum + group.count, 0);
    const stride = exported(exports, 'ECONOMY_STRIDE');
    this.#fields = new Float64Array(
      exports.memory.buffer,
      pointer(exports, 'economies') + index * stride * 8,
      stride,
    );
    const groupStride = exported(exports, 'GROUP_STRIDE');
    this.#records = new Float64Array(
      exports.memory.buffer,
      pointer(exports, 'groups') + place.groups[0].row * groupStride * 8,
      place.groups.length * groupStride,
    );
    this.#at = offsetsOf(exports);
  }

  get spec(): EconomyPlace['spec'] {
    return this.#place.spec;
  }

  /** Ticks completed. */
  get tick(): number {
    return this.#fields[this.#at.TICK];
  }

  /** Time of the last completed tick, or of the last finite state after a blow-up. */
  get t(): number {
    return this.#fields[this.#at.TIME];
  }

  get status(): Status {
    return STATUSES[this.#fields[this.#at.STATUS]];
  }

  get isRunning(): boolean {
    return this.#fields[this.#at.STATUS] === 0;
  }

  /** Located blow-up time t*, or null. */
  get blowUpTime(): number | null {
    const time = this.#fields[this.#at.BLOW_UP];
    return Number.isFinite(time) ? time : null;
  }

  /** Substeps taken since t = 0. */
  get substeps(): number {
    return this.#fields[this.#at.SUBSTEPS];
  }

  /** Largest difference of the orders 6 and 4 in any ln K or ln T of the last tick's substeps. */
  get stepError(): number {
    return this.#fields[this.#at.ERROR];
  }

  /** Is the economy inside a tick whose substep budget ran out? Its stocks are then between two ticks. */
  get isInsideTick(): boolean {
    return this.#fields[this.#at.IN_TICK] === 1;
  }

  /** What was observed at the end of the last tick. */
  observation(): Row {
    const from = exported(this.#exports, 'GROUP_RECORD');
    const stride = exported(this.#exports, 'GROUP_STRIDE');
    const { index, tick, t, status } = this;
    return this.#layout.observe(this.#records, from, stride, this.groups.length, index, tick, t, status);
  }

  /** Least remaining time to blow-up of any lab by itself, if it kept its present split; Infinity if none would. */
  remaining(): number {
    return this.#exports.remaining(this.index);
  }

  /** The lab and stock that turned non-finite, where the economy failed; else null. */
  firstNonFinite(): { group: string; lab: number; quantity: 'K' | 'T' } | null {
    const code = this.#exports.firstNonFinite(this.index);
    if (code < 0n) return null;
    return {
      group: this.groups[Number(code >> 32n)].name,
      lab: Number((code & 0xffffffffn) >> 1n),
      quantity: code & 1n ? 'T' : 'K',
    };
  }

  /** Price of a chip at the last evaluation of the rates, in its price at t = 0. */
  get chipPrice(): number {
    return this.#fields[this.#at.PRICE];
  }

  /** Total output at t = 0, from which demand that saturates counts; 0 where demand takes everything. */
  get referenceOutput(): number {
    return this.#fields[this.#at.Y_REF];
  }

  /** Is a mechanism on that takes the general method (see the core's integrate/method.ts)? */
  get isGeneral(): boolean {
    return this.#fields[this.#at.GENERAL] === 1;
  }

  /** 64-bit hash of tick, time and every lab's K, T, q, s, as 16 hex digits. */
  hash(): string {
    return BigInt.asUintN(64, this.#exports.stateHash(this.index)).toString(16).padStart(16, '0');
  }

  /** Fresh (log10 T, log10 K) pairs in the core's points buffer, from this economy's first slot on. A view, not a copy. */
  points(): Float32Array {
    this.#exports.packPoints(this.index);
    const first = this.#place.groups[0].first;
    const last = this.#place.groups[this.#place.groups.length - 1];
    const slots = last.first + ((last.spec.count + 3) & ~3) - first;
    return new Float32Array(
      this.#exports.memory.buffer,
      pointer(this.#exports, 'points') + first * 8,
      slots * 2,
    );
  }
}
