import { ruleOf } from '../scenario/rules.ts';
import type { Distribution, EconomySpec, Group } from '../scenario/types.ts';
import { type CoreExports, exported, pointer } from './exports.ts';
import { groupId } from './groupId.ts';

/** Where each group of each economy lies in the core's tables and columns. */
export interface GroupPlace {
  readonly spec: Group;
  /** Row in the group table. */
  readonly row: number;
  /** First slot in every lab column. */
  readonly first: number;
}

export interface EconomyPlace {
  readonly spec: EconomySpec;
  readonly groups: readonly GroupPlace[];
}

/** Slots of a group in a column: its labs, padded to a multiple of 4. */
export function paddedCount(count: number): number {
  return (count + 3) & ~3;
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
      const at = { spec: group, row: row++, first: slots };
      slots += paddedCount(group.count);
      return at;
    });
    return { spec, groups };
  });
  return { economies, groups: row, slots };
}

/** Explicit lists of a scenario, in the order in which `writeTables` stores them. */
function listLength(distribution: Distribution | null): number {
  return distribution?.distribution === 'list' ? distribution.values.length : 0;
}

export function listValues(economies: readonly EconomyPlace[]): number {
  let total = 0;
  for (const { groups } of economies)
    for (const { spec } of groups) total += listLength(spec.K0) + listLength(spec.T0) + listLength(spec.cHat);
  return total;
}

/** Writes a scenario's economies into the core's tables; every offset comes from the core's exports. */
export function writeTables(exports: CoreExports, economies: readonly EconomyPlace[]): void {
  const f64 = new Float64Array(exports.memory.buffer);
  const constant = (name: string): number => exported(exports, name);
  const economyAt = pointer(exports, 'economies') / 8;
  const groupAt = pointer(exports, 'groups') / 8;
  const listAt = pointer(exports, 'lists') / 8;
  const economyStride = constant('ECONOMY_STRIDE');
  const groupStride = constant('GROUP_STRIDE');
  let listOffset = 0;

  const writeDistribution = (at: number, distribution: Distribution): void => {
    f64[at] = constant(`DISTRIBUTION_${distribution.distribution.toUpperCase()}`);
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

  const writeGroup = (at: number, { spec, first }: GroupPlace, economy: EconomySpec['economy']): void => {
    const c = spec.c ?? economy.c;
    const set = (field: string, value: number): void => {
      f64[at + constant(field)] = value;
    };
    set('GROUP_FIRST', first);
    set('GROUP_COUNT', spec.count);
    set('GROUP_ID', groupId(spec.name));
    set('GROUP_A', spec.a ?? economy.a);
    set('GROUP_B', economy.b);
    set('GROUP_C', c);
    set('GROUP_S', spec.s ?? economy.s);
    set('GROUP_SIGMA', spec.sigma ?? economy.sigma);
    const rule = ruleOf(spec.rule.type);
    set('GROUP_RULE', constant(rule.core));
    rule.parameters.forEach((parameter, slot) => {
      const value = spec.rule[parameter.id];
      // A parameter without a number means "no limit": an endless horizon.
      f64[at + constant('GROUP_RULE_PARAMETER') + slot] =
        typeof value === 'number' ? value : Number.POSITIVE_INFINITY;
    });
    writeDistribution(at + constant('GROUP_K0'), spec.K0);
    writeDistribution(at + constant('GROUP_T0'), spec.T0);
    writeDistribution(at + constant('GROUP_C_HAT'), spec.cHat ?? { distribution: 'constant', value: c });
  };

  economies.forEach(({ spec, groups }, index) => {
    const at = economyAt + index * economyStride;
    f64[at + constant('ECONOMY_H')] = spec.clock.h;
    f64[at + constant('ECONOMY_UNTIL')] = spec.clock.until;
    f64[at + constant('ECONOMY_EPSILON')] = spec.clock.epsilon;
    f64[at + constant('ECONOMY_METHOD')] = constant(`METHOD_${spec.clock.method.toUpperCase()}`);
    f64[at + constant('ECONOMY_FIRST_GROUP')] = groups[0].row;
    f64[at + constant('ECONOMY_GROUPS')] = groups.length;
    for (const group of groups) writeGroup(groupAt + group.row * groupStride, group, spec.economy);
  });
}
