import { keyOf, type ParameterRow, parameters } from '../scenario/parameters.ts';
import { ruleOf, ruleSlots } from '../scenario/rules.ts';
import { type Rung, rungsOf } from '../scenario/rungs.ts';
import type { Distribution, EconomySpec, Group } from '../scenario/types.ts';
import { type CoreExports, exported, onceAnInstance, pointer } from './exports.ts';
import { groupId } from './groupId.ts';

/** Where each group of each economy lies in the core's tables and columns. */
export interface GroupPlace {
  readonly spec: Group;
  /** Row in the group table. */
  readonly row: number;
  /** First slot in every lab column. */
  readonly first: number;
  /** Its technique ladder, steepest rung first; none where its quality is T̂^c. */
  readonly rungs: readonly Rung[];
}

export interface EconomyPlace {
  readonly spec: EconomySpec;
  readonly groups: readonly GroupPlace[];
}

/** Slots of a group in a column: its labs, padded to a multiple of 4. */
export function paddedCount(count: number): number {
  return (count + 3) & ~3;
}

function ladderOf(group: Group, economy: EconomySpec['economy']): Rung[] {
  const techniques = group.techniques ?? economy.techniques;
  return techniques === null ? [] : rungsOf(techniques, group.techniqueScale ?? economy.techniqueScale);
}

/** Lays the economies out one after another. */
export function place(specs: readonly EconomySpec[]): {
  economies: EconomyPlace[];
  groups: number;
  slots: number;
} {
  let row = 0;
  let slots = 0;
  const economies = specs.map((spec) => {
    const groups = spec.groups.map((group) => {
      const at = { spec: group, row: row++, first: slots, rungs: ladderOf(group, spec.economy) };
      slots += paddedCount(group.count);
      return at;
    });
    return { spec, groups };
  });
  return { economies, groups: row, slots };
}

/** Values of an explicit list. */
function listLength(distribution: Distribution | null): number {
  return distribution?.distribution === 'list' ? distribution.values.length : 0;
}

/** How many values `writeTables` stores beside the tables: explicit lists and rungs, group by group. */
export function listValues(exports: CoreExports, economies: readonly EconomyPlace[]): number {
  const rungFields = exported(exports, 'RUNG_FIELDS');
  let total = 0;
  for (const { groups } of economies)
    for (const { spec, rungs } of groups)
      total += listLength(spec.K0) + listLength(spec.T0) + listLength(spec.cHat) + rungs.length * rungFields;
  return total;
}

type CoreRow = ParameterRow & { core: string };
const inCore = (prefix: string): CoreRow[] =>
  parameters.filter((row): row is CoreRow => row.core?.startsWith(prefix) ?? false);

/** Rows of the parameter table that have a field in the core: one an economy, or one a group. */
const economyFields = inCore('ECONOMY_');
const groupFields = inCore('GROUP_');

/** Ticks after which a fork goes its own way: the first tick that ends at its time or later. A millionth of a tick is rounding. */
export function forkTick({ from, clock }: EconomySpec): number {
  return Math.ceil(from / clock.h - 1e-6);
}

/** A row with its key in a scenario and its offset in the core's table. */
const placed = (rows: readonly CoreRow[], exports: CoreExports) =>
  rows.map((row) => ({ row, key: keyOf(row), offset: exported(exports, row.core) }));

/** Offsets of the tables, by the names of the core's constants where they are not those of a row. */
const layoutOf = onceAnInstance((exports) => {
  const known = new Map<string, number>();
  const constant = (name: string): number => {
    let value = known.get(name);
    if (value === undefined) {
      value = exported(exports, name);
      known.set(name, value);
    }
    return value;
  };
  /** Of a choice that the core exports as HEAD_CHOICE. Names are put together once: to do so costs more than all else here. */
  const codes = new Map<string, Map<string, number>>();
  const code = (head: string, choice: string): number => {
    let own = codes.get(head);
    if (!own) {
      own = new Map();
      codes.set(head, own);
    }
    let value = own.get(choice);
    if (value === undefined) {
      value = exported(exports, `${head.toUpperCase()}_${choice.toUpperCase()}`);
      own.set(choice, value);
    }
    return value;
  };
  return { constant, code, economy: placed(economyFields, exports), group: placed(groupFields, exports) };
});

/** Writes economies into the core's tables; every offset comes from the core's exports. seeds: one an economy. */
export function writeTables(
  exports: CoreExports,
  economies: readonly EconomyPlace[],
  seeds: readonly number[],
): void {
  const f64 = new Float64Array(exports.memory.buffer);
  const layout = layoutOf(exports);
  const { constant, code } = layout;
  const economyAt = pointer(exports, 'economies') / 8;
  const groupAt = pointer(exports, 'groups') / 8;
  const listAt = pointer(exports, 'lists') / 8;
  const economyStride = constant('ECONOMY_STRIDE');
  const groupStride = constant('GROUP_STRIDE');
  let listOffset = 0;

  const writeDistribution = (at: number, distribution: Distribution): void => {
    f64[at] = code('distribution', distribution.distribution);
    switch (distribution.distribution) {
      case 'constant':
        f64[at + 1] = distribution.value;
        break;
      case 'uniform':
        f64.set([distribution.min, distribution.max], at + 1);
        break;
      case 'lognormal':
        f64.set([distribution.median, distribution.spread], at + 1);
        break;
      case 'pareto':
        f64.set([distribution.min, distribution.shape], at + 1);
        break;
      case 'list':
        f64[at + 3] = listOffset;
        f64.set(distribution.values, listAt + listOffset);
        listOffset += distribution.values.length;
        break;
    }
  };

  /** A number as it is, none as no limit, a choice as the code the core exports for it. */
  const coded = (row: ParameterRow, value: unknown): number => {
    if (typeof value === 'number') return value;
    if (value === null) return Number.POSITIVE_INFINITY;
    return code(row.id, String(value));
  };

  const writeLadder = (at: number, rungs: readonly Rung[], { Tperfect }: EconomySpec['economy']): void => {
    f64[at + constant('GROUP_RUNGS')] = rungs.length;
    f64[at + constant('GROUP_LADDER')] = listOffset;
    for (const { span, slope, endsWhenPerfect } of rungs) {
      const rung = listAt + listOffset;
      f64[rung + constant('RUNG_SPAN')] = span;
      f64[rung + constant('RUNG_SLOPE')] = slope;
      f64[rung + constant('RUNG_LIMIT')] = (endsWhenPerfect ? Tperfect : null) ?? Number.POSITIVE_INFINITY;
      listOffset += constant('RUNG_FIELDS');
    }
  };

  const writeGroup = (
    at: number,
    { spec, first, rungs }: GroupPlace,
    economy: EconomySpec['economy'],
  ): void => {
    f64[at + constant('GROUP_FIRST')] = first;
    f64[at + constant('GROUP_COUNT')] = spec.count;
    f64[at + constant('GROUP_ID')] = groupId(spec.name);
    for (const { row, key, offset } of layout.group) {
      const name = key as keyof Group & keyof EconomySpec['economy'];
      f64[at + offset] = coded(row, spec[name] ?? economy[name]);
    }
    const rule = ruleOf(spec.rule.type);
    f64[at + constant('GROUP_RULE')] = constant(rule.core);
    f64.set(ruleSlots(spec.rule), at + constant('GROUP_RULE_PARAMETER'));
    writeDistribution(at + constant('GROUP_K0'), spec.K0);
    writeDistribution(at + constant('GROUP_T0'), spec.T0);
    writeLadder(at, rungs, economy);
    const truth = spec.c ?? economy.c;
    writeDistribution(at + constant('GROUP_C_HAT'), spec.cHat ?? { distribution: 'constant', value: truth });
  };

  economies.forEach(({ spec, groups }, index) => {
    const at = economyAt + index * economyStride;
    for (const { row, key, offset } of layout.economy) {
      const section = row.scope === 'clock' ? spec.clock : spec.economy;
      f64[at + offset] = coded(row, section[key as keyof typeof section]);
    }
    f64[at + constant('ECONOMY_FIRST_GROUP')] = groups[0].row;
    f64[at + constant('ECONOMY_GROUPS')] = groups.length;
    f64[at + constant('ECONOMY_FORK_TICK')] = forkTick(spec);
    f64[at + constant('ECONOMY_SEED_LOW')] = seeds[index] % 2 ** 32;
    f64[at + constant('ECONOMY_SEED_HIGH')] = Math.floor(seeds[index] / 2 ** 32);
    for (const group of groups) writeGroup(groupAt + group.row * groupStride, group, spec.economy);
  });
}
