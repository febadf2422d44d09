import { ScenarioError } from '../../scenario/errors.ts';
import { encodeLink } from '../../scenario/link.ts';
import type { Plan } from '../plan.ts';

/** How to see one run again, to the last bit. */
export interface Replay {
  run: number;
  /** What a link has after #: the scenario, the seed and the end. */
  code: string;
}

/** In a terminal. */
export const commandOf = ({ code }: Replay): string => `npx turnpike run '#${code}'`;

/** In a browser; page: the page's address. */
export const addressOf = ({ code }: Replay, page: string): string => `${page}#${code}`;

/** The runs of a plan that a report names, each looked up once. */
export class Replays {
  readonly #plan: Plan;
  readonly #known = new Map<number, Replay | null>();

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** Null for a run whose scenario is not legal, or too long for a link. */
  of(run: number): Replay | null {
    const known = this.#known.get(run);
    if (known !== undefined) return known;
    const made = this.#make(run);
    this.#known.set(run, made);
    return made;
  }

  #make(run: number): Replay | null {
    try {
      return { run, code: encodeLink(this.#plan.scenario(this.#plan.run(run))) };
    } catch (error) {
      if (error instanceof ScenarioError) return null;
      throw error;
    }
  }

  /** The code of every run that was asked for. */
  codes(): Record<number, string> {
    return Object.fromEntries(
      [...this.#known].flatMap(([run, replay]) => (replay ? [[run, replay.code] as const] : [])),
    );
  }
}
