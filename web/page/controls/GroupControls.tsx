import { useId } from 'preact/hooks';
import { keyOf, perGroupRows, rowsOf } from '../../../src/scenario/parameters.ts';
import { ruleOf, rules } from '../../../src/scenario/rules.ts';
import type { Group } from '../../../src/scenario/types.ts';
import { ruleColor } from '../../render/marks.ts';
import { PointSample } from '../parts/Sample.tsx';
import { edited } from '../state/editing.ts';
import { theme } from '../state/theme.ts';
import { Control } from './Control.tsx';
import { useDraft } from './draft.ts';
import { Refusal } from './Row.tsx';

const heads = rowsOf('group').filter(({ kind }) => kind !== 'distribution');
const stocks = rowsOf('group').filter(({ kind }) => kind === 'distribution');

/** What a null means for a value that the economy also has. */
const none = 'the economy’s value';
const ownRows = perGroupRows.map((row) =>
  row.kind === 'number' || row.kind === 'integer' ? { ...row, none } : row,
);

/** Every group of labs, the first of them open. */
export function GroupControls() {
  return (
    <>
      {edited.value.groups.map((group, i) => (
        <OneGroup key={i} group={group} index={i} />
      ))}
    </>
  );
}

function OneGroup({ group, index }: { group: Group; index: number }) {
  const at = `groups.${index}`;
  const hasOwn = perGroupRows.some((row) => group[keyOf(row) as 'a'] !== null);
  return (
    <details class="group" open={index === 0}>
      <summary>
        <PointSample economy={0} color={ruleColor(theme.value, group.rule.type)} />
        <span class="group-name">{group.name}</span>
        <span class="unit">
          {group.count.toLocaleString('en')} × {ruleOf(group.rule.type).label.toLowerCase()}
        </span>
      </summary>
      {heads.map((row) => (
        <Control key={row.id} row={row} path={`${at}.${keyOf(row)}`} />
      ))}
      <RuleControl group={group} at={at} />
      {stocks.map((row) => (
        <Control key={row.id} row={row} path={`${at}.${keyOf(row)}`} />
      ))}
      <details class="own" open={hasOwn}>
        <summary>Values of its own</summary>
        {ownRows.map((row) => (
          <Control key={row.id} row={row} path={`${at}.${keyOf(row)}`} none={none} />
        ))}
      </details>
    </details>
  );
}

function RuleControl({ group, at }: { group: Group; at: string }) {
  const id = useId();
  const draft = useDraft(`${at}.rule.type`, group.rule.type);
  const rule = ruleOf(group.rule.type);
  return (
    <>
      <div class="control">
        <div class="control-head">
          <label for={id}>Rule</label>
        </div>
        <select id={id} value={rule.id} onChange={(event) => draft.commit(event.currentTarget.value)}>
          {rules.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.label}
            </option>
          ))}
        </select>
        <p class="fine">
          {rule.sentence} Source: {rule.source}.
        </p>
        <Refusal id={`${id}-problem`} problems={draft.problems} />
      </div>
      {rule.parameters.map((row) => (
        <Control key={`${rule.id} ${row.id}`} row={row} path={`${at}.rule.${row.id}`} />
      ))}
    </>
  );
}
