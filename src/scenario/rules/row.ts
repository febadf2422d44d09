import type { ChoiceRow, NumberRow } from '../table/row.ts';

/** How labs may allocate their chips. The order of `parameters` is the order of the core's parameter slots. */
export interface RuleRow {
  id: string;
  label: string;
  /** What a lab under this rule does, in one sentence. */
  sentence: string;
  source: string;
  /** Name of the core's exported rule number. */
  core: string;
  parameters: readonly (NumberRow | ChoiceRow)[];
}
