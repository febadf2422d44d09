import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../../src/scenario/errors.ts';
import { hasRoom } from '../../../src/scenario/index.ts';
import { keyOf, perGroupRows, rowsOf } from '../../../src/scenario/parameters.ts';
import { ruleOf, rules } from '../../../src/scenario/rules.ts';
import type { Group } from '../../../src/scenario/types.ts';
import { ruleColor } from '../../render/marks.ts';
import { Icon } from '../parts/Icon.tsx';
import { PointSample } from '../parts/Sample.tsx';
import { Typeset } from '../parts/Typeset.tsx';
import { edited, editedVariant } from '../state/editing.ts';
import { add, duplicate, freshGroup, groupKeys, move, remove } from '../state/groups.ts';
import { askedPath } from '../state/lesson.ts';
import { scenario } from '../state/scenario.ts';
import { theme } from '../state/theme.ts';
import { BackToLesson } from './BackToLesson.tsx';
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

/** Every group of labs, the first of them open. In the base groups come and go; a variant has those of the base. */
export function GroupControls() {
  const { groups } = edited.value;
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const addButton = useRef<HTMLButtonElement>(null);
  const id = useId();
  const isBase = editedVariant.value === null;
  const isFull = !hasRoom(scenario.value);
  return (
    <>
      {groups.map((group, i) => (
        <OneGroup
          key={groupKeys.value[i]}
          group={group}
          index={i}
          onProblems={setProblems}
          onRemoved={() => addButton.current?.focus()}
        />
      ))}
      <Refusal id={`${id}-problem`} problems={problems} />
      {isBase ? (
        <div class="group-add">
          <button
            ref={addButton}
            type="button"
            class="button small"
            id="add-group"
            disabled={isFull}
            onClick={() => setProblems(add())}
          >
            <Icon name="add" />
            Add a group
          </button>
          <p class="fine">
            {isFull
              ? 'There are 64 groups, the most there may be.'
              : 'One lab like those of the last group, under a rule that nobody has yet.'}
          </p>
        </div>
      ) : (
        <p class="fine">Groups are added, moved and removed in the base.</p>
      )}
    </>
  );
}

interface GroupProps {
  group: Group;
  index: number;
  onProblems: (problems: readonly Problem[]) => void;
  onRemoved: () => void;
}

/** What can be done with a whole group. */
function GroupButtons({ group: { name }, index, onProblems, onRemoved }: GroupProps) {
  const { groups } = scenario.value;
  const acts = [
    {
      icon: 'copy',
      words: 'Duplicate',
      isOff: !hasRoom(scenario.value),
      act: () => duplicate(index),
    },
    { icon: 'up', words: 'Move up', isOff: index === 0, act: () => move(index, index - 1) },
    {
      icon: 'down',
      words: 'Move down',
      isOff: index === groups.length - 1,
      act: () => move(index, index + 1),
    },
    { icon: 'remove', words: 'Remove', isOff: groups.length === 1, act: () => remove(index) },
  ] as const;
  return (
    <div class="group-buttons">
      {acts.map(({ icon, words, isOff, act }) => (
        <button
          key={words}
          type="button"
          class="button small"
          disabled={isOff}
          aria-label={`${words} group ${name}`}
          onClick={() => {
            const problems = act();
            onProblems(problems);
            if (words === 'Remove' && problems.length === 0) onRemoved();
          }}
        >
          <Icon name={icon} />
          {icon === 'copy' || icon === 'remove' ? words : null}
        </button>
      ))}
    </div>
  );
}

function OneGroup(props: GroupProps) {
  const { group, index } = props;
  const details = useRef<HTMLDetailsElement>(null);
  const isFresh = freshGroup.value === group.name;
  const [isOpenAtFirst] = useState(index === 0 || isFresh);
  useEffect(() => {
    if (!isFresh) return;
    freshGroup.value = null;
    const name = details.current!.querySelector<HTMLInputElement>('input.words')!;
    name.focus();
    name.select();
  }, [isFresh]);
  const at = `groups.${index}`;
  const hasOwn = perGroupRows.some((row) => group[keyOf(row) as 'a'] !== null);
  return (
    <details class="group" open={isOpenAtFirst} ref={details}>
      <summary>
        <PointSample economy={0} color={ruleColor(theme.value, group.rule.type)} />
        <span class="group-name">{group.name}</span>
        <span class="unit">
          {group.count.toLocaleString('en')} × {ruleOf(group.rule.type).label.toLowerCase()}
        </span>
      </summary>
      {editedVariant.value === null && <GroupButtons {...props} />}
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
      <div class="control" data-path={`${at}.rule.type`} data-asked={askedPath.value === `${at}.rule.type`}>
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
          <Typeset text={rule.sentence} /> Source: {rule.source}.
        </p>
        {askedPath.value === `${at}.rule.type` && <BackToLesson />}
        <Refusal id={`${id}-problem`} problems={draft.problems} />
      </div>
      {rule.parameters.map((row) => (
        <Control key={`${rule.id} ${row.id}`} row={row} path={`${at}.rule.${row.id}`} />
      ))}
    </>
  );
}
