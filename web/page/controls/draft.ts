import { useState } from 'preact/hooks';
import type { Problem } from '../../../src/scenario/errors.ts';
import { change } from '../state/editing.ts';

/** What is being typed, beside what runs. A refused text stays in its field, with the reason, until it is mended. */
export interface Draft {
  text: string | null;
  problems: readonly Problem[];
  type(text: string): void;
  /** Tries to make `value` the value at the path. */
  commit(value: unknown): void;
  clear(): void;
}

interface Typed {
  /** The value it was typed over. Once another scenario, an undo or a slider has moved that, it is out of date. */
  over: string;
  text: string | null;
  problems: readonly Problem[];
}

export function useDraft(path: string, current: unknown): Draft {
  const [typed, setTyped] = useState<Typed | null>(null);
  const over = `${path} ${JSON.stringify(current)}`;
  const live = typed?.over === over ? typed : null;
  return {
    text: live?.text ?? null,
    problems: live?.problems ?? [],
    type: (text) => setTyped({ over, text, problems: live?.problems ?? [] }),
    commit(value) {
      const problems = change(path, value);
      setTyped((last) => (problems.length > 0 ? { over, text: last?.text ?? null, problems } : null));
    },
    clear: () => setTyped(null),
  };
}
