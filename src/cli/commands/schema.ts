import type { Command } from 'commander';
import { experimentSchema } from '../../experiment/jsonSchema.ts';
import { scenarioSchema } from '../../scenario/index.ts';
import { printJson } from '../output.ts';

export function addSchema(program: Command): void {
  program
    .command('schema')
    .description('print the JSON Schema of a scenario file, or of an experiment file')
    .option('--experiment', 'of an experiment file')
    .addHelpText('after', '\nExample:\n  turnpike schema > scenario.schema.json')
    .action(({ experiment }: { experiment?: boolean }) =>
      printJson(experiment ? experimentSchema() : scenarioSchema()),
    );
}
