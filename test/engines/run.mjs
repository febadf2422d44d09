// npm run test:engines [-- node firefox webkit]: the golden state hashes in engines other than the one that made them.
// An engine that is missing and cannot be installed is a failure in one line, never a skip.
import { readFileSync } from 'node:fs';
import { bundle } from './bundle.mjs';
import { compare } from './compare.mjs';
import * as firefox from './firefox.mjs';
import * as node from './newerNode.mjs';
import * as webkit from './webkit.mjs';

const engines = { node, firefox, webkit };
const golden = JSON.parse(readFileSync(new URL('../golden/hashes.json', import.meta.url), 'utf8')).runs;

async function check(engine) {
  engine.install();
  const started = Date.now();
  const { version, hashes, error } = await engine.run();
  if (error) throw new Error(`${version}: ${error}`);
  const count = compare(hashes, golden);
  return `all ${count} golden hashes hold in ${version}, ${((Date.now() - started) / 1000).toFixed(1)} s`;
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in engines));
if (unknown.length > 0) {
  console.error(
    `test:engines: no engine "${unknown.join('", "')}"; there are ${Object.keys(engines).join(', ')}`,
  );
  process.exit(2);
}
await bundle();
const failed = [];
const passed = [];
for (const key of asked.length > 0 ? asked : Object.keys(engines)) {
  const { name } = engines[key];
  try {
    console.log(`${name}: ${await check(engines[key])}`);
    passed.push(name);
  } catch (error) {
    console.error(`${name}: ${error.message}`);
    failed.push(name);
  }
}
const list = (names) => names.join(', ') || 'none';
console.log(`Engines that passed: ${list(passed)}. Engines that failed: ${list(failed)}.`);
process.exit(failed.length === 0 ? 0 : 1);
