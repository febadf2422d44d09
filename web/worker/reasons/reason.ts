import type { EconomySpec, Group } from '../../../src/scenario/types.ts';
import type { Figure } from '../../shared/protocol.ts';
import type { Seen } from '../run/pinnedLab.ts';

/** One decision of one lab: what it saw at the tick's start, and what it is after the tick. */
export interface Decision {
  readonly before: Seen;
  readonly after: Seen;
  readonly spec: EconomySpec;
  readonly group: Group;
  /** Place of the group in its economy, and of the lab in its group. */
  readonly at: { readonly group: number; readonly lab: number };
  /** Length of the tick it decided for. */
  readonly h: number;
}

export interface Reason {
  /** One or two sentences. */
  readonly words: string;
  readonly figures: readonly Figure[];
  /** The q its rule asks for, where that can be told from what is seen; null where it cannot. */
  readonly wanted: number | null;
}

/** What can be told of a rule's choice. */
export interface ReasonRow {
  /** Numbers that the rule remembers of a lab, as its file in the core counts them. */
  readonly remembers: number;
  tell(decision: Decision): Reason;
}

/** A parameter of the group's rule; null as it stands in the scenario. */
export const ruleNumber = ({ group }: Decision, id: string): number => Number(group.rule[id]);

/** A value that a group may have of its own. */
export function ownValue({ spec, group }: Decision, key: 'a' | 'w' | 'sigma' | 'delta' | 'rho'): number {
  return group[key] ?? spec.economy[key];
}
