import { useId } from 'preact/hooks';
import { type DistributionParameter, distributionOf, distributions } from '../../../src/scenario/index.ts';
import type { DistributionRow } from '../../../src/scenario/parameters.ts';
import type { Distribution } from '../../../src/scenario/types.ts';
import { inputText, typedValue } from '../format/numbers.ts';
import { DistributionPlot } from './DistributionPlot.tsx';
import { type Draft, useDraft } from './draft.ts';
import { Row } from './Row.tsx';

interface DistributionControlProps {
  row: DistributionRow;
  path: string;
  value: Distribution | null;
}

const nothing = 'none';

/** How a quantity differs between the labs of a group: the kind, then that kind's numbers. */
export function DistributionControl({ row, path, value }: DistributionControlProps) {
  const id = useId();
  const draft = useDraft(path, value);
  const kind = value && distributionOf(value.distribution);
  return (
    <Row row={row} path={path} inputId={id} problems={draft.problems} onReset={draft.clear}>
      <div class="distribution">
        <select
          id={id}
          value={value?.distribution ?? nothing}
          onChange={(event) => draft.commit(started(event.currentTarget.value, row))}
        >
          {row.none !== null && <option value={nothing}>{row.none}</option>}
          {distributions.map(({ id: kindId, label }) => (
            <option
              key={kindId}
              value={kindId}
              disabled={kindId === 'list' && value?.distribution !== 'list'}
            >
              {kindId === 'list' ? 'List (from a file)' : label}
            </option>
          ))}
        </select>
        {kind?.parameters.map((parameter) => (
          <Field
            key={`${kind.id} ${parameter.id}`}
            parameter={parameter}
            path={path}
            value={value!}
            of={row.label}
          />
        ))}
      </div>
      {value && <DistributionPlot value={value} label={row.label} />}
      {kind && kind.id !== 'constant' && <p class="fine">{kind.sentence}</p>}
    </Row>
  );
}

/** A kind with its own defaults; null where every lab simply knows. */
function started(kindId: string, row: DistributionRow): unknown {
  if (kindId === nothing) return null;
  const values = distributionOf(kindId).parameters.map(({ id, default: value }) => [
    id,
    value ?? row.default,
  ]);
  return { distribution: kindId, ...Object.fromEntries(values) };
}

interface FieldProps {
  parameter: DistributionParameter;
  path: string;
  value: Distribution;
  of: string;
}

function Field({ parameter, path, value, of }: FieldProps) {
  const id = useId();
  const at = `${path}.${parameter.id}`;
  const current = (value as unknown as Record<string, number | number[]>)[parameter.id];
  const draft = useDraft(at, current);
  const text = Array.isArray(current) ? current.map(inputText).join(', ') : inputText(current);
  const commit = (typed: string) =>
    draft.commit(
      parameter.list
        ? typed
            .split(/[\s,;]+/)
            .filter(Boolean)
            .map(typedValue)
        : typedValue(typed),
    );
  return (
    <div class={parameter.list ? 'field wide' : 'field'}>
      <label for={id} title={parameter.meaning}>
        {parameter.label}
      </label>
      <input
        id={id}
        type="text"
        inputMode={parameter.list ? 'text' : 'decimal'}
        class="number"
        autocomplete="off"
        aria-label={`${of}: ${parameter.label}`}
        value={draft.text ?? text}
        {...invalid(draft, id)}
        onInput={(event) => draft.type(event.currentTarget.value)}
        onChange={(event) => commit(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && draft.clear()}
      />
      {draft.problems.length > 0 && (
        <div id={`${id}-problem`} class="refusal" role="alert">
          {draft.problems.map(({ path: where, got, allowed }) => (
            <p key={where}>
              <b>{where}</b>: got {got}; allowed: {allowed}. Nothing was changed.
            </p>
          ))}
        </div>
      )}
    </div>
  );
}

const invalid = (draft: Draft, id: string) =>
  draft.problems.length > 0 ? { 'aria-invalid': true, 'aria-describedby': `${id}-problem` } : {};
