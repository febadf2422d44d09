// Times the core beside everything else that could do its work: npm run bench.
import { fileURLToPath } from 'node:url';
import { optionsOf } from '../web/options.mjs';
import { compiler } from './contestants/native.mjs';
import { allowedProcessors, lastOf, runOn } from './oneProcessor.mjs';
import { quoted } from './parts/contestants.mjs';
import { parts } from './parts/index.mjs';
import { machine } from './report/machine.mjs';
import { writeSections } from './report/write.mjs';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));

const help = `npm run bench [-- --only part,part] [--quick] [--write]
  --only    these parts instead of all: ${Object.keys(parts).join(', ')}
  --quick   fewer rounds, shorter slices, at most 100,000 labs
  --write   puts the tables into bench/README.md, and the one that README.md quotes into it`;
const values = optionsOf(help, {
  only: { type: 'string' },
  quick: { type: 'boolean' },
  write: { type: 'boolean' },
});
const asked = values.only?.split(',') ?? Object.keys(parts);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`bench: no part "${unknown.join('", "')}"; there are ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}
const options = {
  effort: values.quick ? { rounds: 3, slice: 30 } : { rounds: 15, slice: 60 },
  sizes: [10, 1000, 100_000, 1_000_000].filter((N) => !values.quick || N <= 100_000),
  say: (words) => process.stderr.write(`  ${words}\n`),
};

/** Parts that compare one processor with several. */
const ON_ALL = new Set(['workers']);
const processors = allowedProcessors();
const one = processors && lastOf(processors);

const node = `Node ${process.versions.node} (V8 ${process.versions.v8})`;
const header = machine(`${node} · ${compiler?.version ?? 'no C compiler: its rows are left out'}`);
console.log(header);
const sections = {};
const compared = {};
for (const name of asked) {
  process.stderr.write(`${name}\n`);
  runOn(ON_ALL.has(name) ? processors : one);
  const { text, rows } = await parts[name](options);
  sections[name] = text;
  compared[name] = rows;
  console.log(`\n## ${name}\n\n${text}`);
}
if (values.write) {
  const dated = Object.fromEntries(
    Object.entries(sections).map(([name, text]) => [name, `${header}\n\n${text}`]),
  );
  writeSections(file('README.md'), dated);
  if (compared.paper && compared.euler)
    writeSections(file('../README.md'), { quoted: `${header}\n\n${quoted(compared, options.sizes)}` });
}
