import type { Distribution } from '../types.ts';

/** Where a parameter lives in a scenario; it follows from the row's path. */
export type Scope = 'scenario' | 'units' | 'clock' | 'economy' | 'group' | 'rule' | 'distribution';

/** The numbers a parameter may take. An open end is itself not allowed. */
export interface Range {
  min: number;
  max: number;
  minOpen: boolean;
  maxOpen: boolean;
}

interface RowBase {
  /** Unique among the rows of `parameters`; for rule and distribution parameters, within their owner. */
  id: string;
  /** As typed in --set, with * for any group: `economy.c`, `groups.*.count`. */
  path: string;
  scope: Scope;
  symbol: string;
  label: string;
  /** {time}, {chips} and {training} stand for the scenario's own units; '' is a pure number. */
  unit: string;
  /** One or two sentences. */
  meaning: string;
  /** What raising (or choosing) it does, in one line. */
  effect: string;
  /** Article or data set, or 'Turnpike' where the choice is ours. */
  source: string;
  /** True: a change applies to the running simulation. False: it restarts the run. */
  live: boolean;
  /** True: a group may have its own value (null there: the economy's). */
  perGroup: boolean;
  /** Name of the core's exported constant for this field; null where the core has none. */
  core: string | null;
  /** What rows of one scope are grouped under where there are many. */
  topic: string;
}

export interface NumberRow extends RowBase, Range {
  kind: 'number' | 'integer';
  scale: 'linear' | 'log';
  default: number | null;
  /** What null means; null: null is not allowed. */
  none: string | null;
  /** The stretch worth a slider; typing reaches the whole range. */
  slider: readonly [number, number];
}

export interface ChoiceRow extends RowBase {
  kind: 'choice';
  choices: readonly string[];
  default: string;
}

/** Some of a few names, each at most once, in any order. */
export interface NamesRow extends RowBase {
  kind: 'names';
  names: readonly { id: string; label: string; meaning: string }[];
  /** Names that one may expect and that stand for nothing here, each with the reason. */
  refused: Readonly<Record<string, string>>;
  default: readonly string[] | null;
  /** What null means. An empty list is not allowed. */
  none: string;
}

/** A distribution over the labs of a group; the range is that of the values it is about. */
export interface DistributionRow extends RowBase, Range {
  kind: 'distribution';
  scale: 'linear' | 'log';
  default: Distribution | null;
  none: string | null;
}

export interface TextRow extends RowBase {
  kind: 'text';
  /** The legal texts; `allowed` says the same in words. */
  pattern: RegExp;
  allowed: string;
  default: string;
}

export type ParameterRow = NumberRow | ChoiceRow | NamesRow | DistributionRow | TextRow;

type Given<R extends RowBase, Optional extends keyof R> = Omit<R, 'scope' | 'kind' | Optional> &
  Partial<Pick<R, Optional>>;

function scopeOf(path: string): Scope {
  if (path.startsWith('groups.*.rule.')) return 'rule';
  if (path.startsWith('groups.*.')) return 'group';
  const [head, tail] = path.split('.');
  return tail === undefined ? 'scenario' : (head as Scope);
}

const rowDefaults = { unit: '', live: false, perGroup: false, core: null, topic: 'The paper economy' };
const rangeDefaults = { minOpen: false, maxOpen: false, scale: 'linear', none: null } as const;

type RowOptional = 'unit' | 'live' | 'perGroup' | 'core' | 'topic';
type RangeOptional = 'minOpen' | 'maxOpen' | 'scale' | 'none';

/** A number; ends are included unless said otherwise. */
export function number(row: Given<NumberRow, RowOptional | RangeOptional | 'slider'>): NumberRow {
  const slider = [row.min, row.max] as const;
  return { ...rowDefaults, ...rangeDefaults, slider, ...row, scope: scopeOf(row.path), kind: 'number' };
}

/** A whole number. */
export function integer(row: Given<NumberRow, RowOptional | RangeOptional | 'slider'>): NumberRow {
  return { ...number(row), kind: 'integer' };
}

/** One of a few words. */
export function choice(row: Given<ChoiceRow, RowOptional>): ChoiceRow {
  return { ...rowDefaults, ...row, scope: scopeOf(row.path), kind: 'choice' };
}

/** Some of a few names. */
export function names(row: Given<NamesRow, RowOptional>): NamesRow {
  return { ...rowDefaults, ...row, scope: scopeOf(row.path), kind: 'names' };
}

/** One value per lab of a group. */
export function distribution(row: Given<DistributionRow, RowOptional | RangeOptional>): DistributionRow {
  return { ...rowDefaults, ...rangeDefaults, ...row, scope: scopeOf(row.path), kind: 'distribution' };
}

/** Words; they never enter the arithmetic. */
export function text(row: Given<TextRow, RowOptional>): TextRow {
  return { ...rowDefaults, ...row, scope: scopeOf(row.path), kind: 'text' };
}

/** The row's key in its object: `h` for `clock.h`. */
export function keyOf(row: ParameterRow): string {
  return row.path.slice(row.path.lastIndexOf('.') + 1);
}
