import { ScenarioError } from '../../scenario/errors.ts';
import { encodeLink } from '../../scenario/link.ts';
import type { Plan } from '../plan.ts';

/** How to see one run again, to the last bit. */
export interface Replay {
  run: number;
  /** The page with this very run, to be opened in a browser. */
  address: string;
  /** The same in a terminal. */
  command: string;
}

/** `turnpike run` with a link's code: it has the scenario, the seed and the end. */
export const commandOf = (code: string): string => `npx turnpike run '#${code}'`;

/** How to see a run again. page: the page's address. Null for a run whose scenario is not legal, or too long for a link. */
export function replayOf(plan: Plan, run: number, page: string): Replay | null {
  try {
    const code = encodeLink(plan.scenario(plan.run(run)));
    return { run, address: `${page}#${code}`, command: commandOf(code) };
  } catch (error) {
    if (error instanceof ScenarioError) return null;
    throw error;
  }
}
