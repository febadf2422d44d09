// The command line of a script of this project.
import { parseArgs } from 'node:util';

/**
 * The options a script was given, as `parseArgs` returns them. --help prints `help` and ends with 0; what is not understood is
 * said on stderr with the help, and ends with 2.
 */
export function optionsOf(help, options) {
  try {
    const { values } = parseArgs({ options: { ...options, help: { type: 'boolean', short: 'h' } } });
    if (!values.help) return values;
    console.log(help);
    process.exit(0);
  } catch (error) {
    if (!error.code?.startsWith('ERR_PARSE_ARGS')) throw error;
    // Node goes on about positional arguments, of which there are none.
    const [what] = error.message.split(/\. (?=To specify)/);
    console.error(`${what}\n\n${help}`);
    process.exit(2);
  }
}
