import { toJSONSchema } from 'zod/mini';
import { notes } from '../scenario/schema/pieces.ts';
import { experimentType } from './schema/experiment.ts';

/** The published JSON Schema of an experiment file (draft 2020-12). */
export function experimentSchema(): Record<string, unknown> {
  return {
    ...toJSONSchema(experimentType, {
      io: 'input',
      target: 'draft-2020-12',
      metadata: notes as never,
      unrepresentable: 'any',
    }),
    title: 'Turnpike experiment',
    description:
      'A scenario, the parameters that vary, how often each point is run, what is kept of a run and when it ends. Every key but scenario may be left out; unknown keys are errors. Lists and ranges are crossed with each other and with the points of the design, which draws the factors with a distribution.',
  };
}
