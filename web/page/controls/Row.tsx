import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Problem } from '../../../src/scenario/errors.ts';
import type { ParameterRow } from '../../../src/scenario/parameters.ts';
import { unitOf } from '../../../src/scenario/parameters.ts';
import { Icon } from '../parts/Icon.tsx';
import { Typeset } from '../parts/Typeset.tsx';
import { change, edited, editedVariant, unedited } from '../state/editing.ts';
import { askedPath } from '../state/lesson.ts';
import { scenario, units, valueAt } from '../state/scenario.ts';
import { stable } from '../state/stable.ts';
import { BackToLesson } from './BackToLesson.tsx';
import { Explanation, useExplanation, valueWords } from './Explain.tsx';
import { isLive } from './takesEffect.ts';
import { variantsChanging } from './variants.ts';

interface RowProps {
  row: ParameterRow;
  path: string;
  inputId: string;
  /** Is it many inputs under one name, not one? They refer to `${inputId}-label`. */
  isGroup?: boolean;
  problems: readonly Problem[];
  /** Also forgets what is being typed. */
  onReset: () => void;
  children: ComponentChildren;
}

/** Words and choices have names for symbols, which would only repeat the label. */
const hasSymbol = ({ kind, symbol }: ParameterRow): boolean =>
  symbol.length <= (kind === 'text' || kind === 'choice' ? 1 : 5);

/** What there is to say about a path beside its value. */
function situationOf(path: string) {
  const before = valueAt(unedited.value, path);
  const now = valueAt(edited.value, path);
  return {
    before,
    isChanged: before !== undefined && JSON.stringify(before) !== JSON.stringify(now),
    inVariants: editedVariant.value ? [] : variantsChanging(scenario.value, path),
  };
}

/** What every control has around its fields: symbol, name, unit, explanation, the mark of a change with its reset, the refusal. */
export function Row({ row, path, inputId, isGroup = false, problems, onReset, children }: RowProps) {
  const { id, isOpen, button } = useExplanation(row.label);
  const { before, isChanged, inVariants } = useMemo(() => stable(() => situationOf(path)), [path]).value;
  const unit = unitOf(row, units.value);
  const name = (
    <>
      {hasSymbol(row) && (
        <i class="symbol">
          <Typeset text={row.symbol} />
        </i>
      )}
      <span>{row.label}</span>
      {isLive(row) && <span class="live-tag">live</span>}
      {unit && (
        <span class={unit.length > 14 ? 'unit long' : 'unit'}>
          {' '}
          <Typeset text={unit} />
        </span>
      )}
    </>
  );
  const reset = () => {
    onReset();
    change(path, before);
  };
  return (
    <div
      class={isChanged ? 'control changed' : 'control'}
      data-path={path}
      data-asked={askedPath.value === path}
    >
      <div class="control-head">
        {isGroup ? (
          <span id={`${inputId}-label`} class="name">
            {name}
          </span>
        ) : (
          <label for={inputId}>{name}</label>
        )}
        {isChanged && (
          <button
            type="button"
            class="reset-button"
            onClick={reset}
            aria-label={`Reset ${row.label} to ${valueWords(before, row)}`}
          >
            <Icon name="undo" />
            <span>
              <Typeset text={valueWords(before, row)} />
            </span>
          </button>
        )}
        {button}
      </div>
      {children}
      {askedPath.value === path && <BackToLesson />}
      {inVariants.length > 0 && (
        <p class="fine">
          Differs in <Typeset text={inVariants.join(', ')} />.
        </p>
      )}
      <Refusal id={`${inputId}-problem`} problems={problems} />
      {isOpen && <Explanation id={id} row={row} path={path} />}
    </div>
  );
}

/** Why a value was refused. The run goes on with the last legal one. */
export function Refusal({ id, problems }: { id: string; problems: readonly Problem[] }) {
  return (
    <div id={id} class="refusal" aria-live="polite">
      {problems.map(({ path, got, allowed }) => (
        <p key={path + allowed}>
          <b>{path}</b>: got {got}; allowed: <Typeset text={allowed} />. Nothing was changed.
        </p>
      ))}
    </div>
  );
}
