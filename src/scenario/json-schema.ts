import { toJSONSchema } from 'zod/mini';
import { notes } from './schema/pieces.ts';
import { scenarioType } from './schema/scenario.ts';

/** The published JSON Schema of a scenario file (draft 2020-12), with titles, meanings, ranges and defaults. */
export function scenarioSchema(): Record<string, unknown> {
  const schema = toJSONSchema(scenarioType, {
    io: 'input',
    target: 'draft-2020-12',
    metadata: notes as never,
    override: ({ jsonSchema }) => {
      const { shorthand, ...rest } = jsonSchema as { shorthand?: object; oneOf?: object[] };
      if (!shorthand) return;
      if (rest.oneOf) rest.oneOf.unshift({ title: 'The same for every lab', ...shorthand });
      else rest.oneOf = [shorthand, { ...rest }];
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      Object.assign(jsonSchema, 'type' in rest ? { oneOf: rest.oneOf } : rest);
    },
  });
  return {
    ...schema,
    title: 'Turnpike scenario',
    description:
      'Labs that divide their chips between training and serving. Every key may be left out; unknown keys are errors. Between fields: a list has as many values as its group labs, uniform min ≤ max, until/h ≤ 10,000,000, at most 1,000,000 labs over all economies, names are unique.',
  };
}
