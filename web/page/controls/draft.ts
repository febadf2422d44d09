import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../../src/scenario/errors.ts';
import { change } from '../state/scenario.ts';

/** What is being typed, beside what runs. A refused text stays in its field, with the reason, until it is mended. */
export interface Draft {
  text: string | null;
  problems: readonly Problem[];
  type(text: string): void;
  /** Tries to make `value` the value at the path. */
  commit(value: unknown): void;
  clear(): void;
}

export function useDraft(path: string, current: unknown): Draft {
  const [text, setText] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const clear = () => {
    setText(null);
    setProblems([]);
  };
  // Another scenario, an undo or a slider has moved the value: what was typed is out of date.
  useEffect(clear, [path, JSON.stringify(current)]);
  return {
    text,
    problems,
    type: setText,
    commit(value) {
      const found = change(path, value);
      setProblems(found);
      if (found.length === 0) setText(null);
    },
    clear,
  };
}
