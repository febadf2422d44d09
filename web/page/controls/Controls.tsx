import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { rowsOf } from '../../../src/scenario/parameters.ts';
import { quantityText } from '../../shared/quantity.ts';
import { changeText } from '../format/changes.ts';
import { Typeset } from '../parts/Typeset.tsx';
import { isComparing, letterOf } from '../state/beside.ts';
import { edited, editedVariant } from '../state/editing.ts';
import { baseline, chosen, isChanged, scenario, undoChanges } from '../state/scenario.ts';
import { Control } from './Control.tsx';
import { Edited } from './Edited.tsx';
import { GroupControls } from './GroupControls.tsx';
import { topics } from './topics.ts';
import { UndoButtons } from './UndoButtons.tsx';

const rowsIn = (scope: 'clock' | 'units' | 'scenario') =>
  rowsOf(scope)
    .filter(({ id }) => id !== 'seed') // beside the play button
    .map((row) => <Control key={row.id} row={row} />);

function Section({
  title,
  note,
  open = false,
  children,
}: {
  title: string;
  note?: string;
  open?: boolean;
  children: ComponentChildren;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  // What is switched on shows itself; what is switched off must not close under the hand that does it.
  useLayoutEffect(() => {
    if (open) details.current!.open = true;
  }, [open]);
  return (
    <details class="section" ref={details}>
      <summary>
        <h3>{title}</h3>
        {note && <span class="unit">{note}</span>}
      </summary>
      {children}
    </details>
  );
}

/** Every parameter of the scenario, made from the parameter table. */
export function Controls() {
  const { variants } = scenario.value;
  const { groups, economy } = edited.value;
  const isBase = editedVariant.value === null;
  // Another preset or file starts with the sections that are on in it.
  const opened = baseline.value.name;
  const labs = groups.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="controls" aria-labelledby="controls-title">
      <div class="controls-head">
        <h2 id="controls-title">Assumptions{isComparing.value && ` of ${letterOf(chosen.value)}`}</h2>
        <UndoButtons />
        {isChanged.value && (
          <button type="button" class="button small" onClick={undoChanges}>
            Undo all changes
          </button>
        )}
      </div>
      <Edited />
      {topics(economy).map(({ topic, rows, note, isOpen }, i) => (
        <Section
          key={`${opened} ${topic}`}
          title={topic}
          open={i === 0 || isOpen}
          {...(note === null ? {} : { note })}
        >
          {rows.map((row) => (
            <Control key={row.id} row={row} />
          ))}
        </Section>
      ))}
      <Section
        title="Labs"
        note={`${labs.toLocaleString('en')} in ${groups.length === 1 ? 'one group' : `${groups.length} groups`}`}
        open
      >
        <GroupControls />
      </Section>
      <Section title="Clock">{rowsIn('clock')}</Section>
      {isBase && variants.length > 0 && (
        <Section title="Variants" note={String(variants.length)}>
          <p class="fine">
            Run beside the base in the same core, with the same luck. Each changes only this:
          </p>
          <ul class="variants">
            {variants.map(({ name, from, set }) => (
              <li key={name}>
                <b>
                  <Typeset text={name} />
                </b>
                {from > 0 && <span class="fine">forks off at t = {quantityText(from)}</span>}
                {Object.entries(set).map(([path, value]) => (
                  <span key={path} class="fine">
                    <Typeset text={changeText(path, value, groups)} />
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {isBase && (
        <Section title="Names and units">
          {rowsIn('scenario')}
          {rowsIn('units')}
        </Section>
      )}
    </section>
  );
}
