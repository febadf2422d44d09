import { useMemo } from 'preact/hooks';
import type { ParameterRow } from '../../../src/scenario/parameters.ts';
import type { Distribution } from '../../../src/scenario/types.ts';
import { edited } from '../state/editing.ts';
import { valueAt } from '../state/scenario.ts';
import { stable } from '../state/stable.ts';
import { ChoiceControl } from './ChoiceControl.tsx';
import { DistributionControl } from './DistributionControl.tsx';
import { NamesControl } from './NamesControl.tsx';
import { NumberControl } from './NumberControl.tsx';
import { TextControl } from './TextControl.tsx';

interface ControlProps {
  row: ParameterRow;
  path?: string;
  /** What null means for a choice or for names that may be left to the economy. */
  none?: string;
}

/** The control of any row of the parameter table, at a path of the scenario that runs. */
export function Control({ row, path = row.path, none }: ControlProps) {
  const value = useMemo(() => stable(() => valueAt(edited.value, path)), [path]).value;
  switch (row.kind) {
    case 'number':
    case 'integer':
      return <NumberControl row={row} path={path} value={(value ?? null) as number | null} />;
    case 'choice':
      return <ChoiceControl row={row} path={path} value={value as string | null} none={none} />;
    case 'names':
      return (
        <NamesControl
          row={row}
          path={path}
          value={(value ?? null) as string[] | null}
          none={none ?? row.none}
        />
      );
    case 'text':
      return <TextControl row={row} path={path} value={value as string} />;
    case 'distribution':
      return <DistributionControl row={row} path={path} value={value as Distribution | null} />;
  }
}
