import type { Command } from 'commander';
import { scenarioSchema } from '../../scenario/index.ts';
import { printJson } from '../output.ts';

export function addSchema(program: Command): void {
  program
    .command('schema')
    .description('print the JSON Schema of a scenario file')
    .addHelpText('after', '\nExample:\n  turnpike schema > scenario.schema.json')
    .action(() => printJson(scenarioSchema()));
}
