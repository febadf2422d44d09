// In Node: takes the hashes of the core it is given and prints them.
import { readFile } from 'node:fs/promises';
import { goldenHashes } from './golden.ts';

const hashes = await goldenHashes(new Uint8Array(await readFile(process.argv[2])));
console.log(JSON.stringify({ version: `Node ${process.versions.node} (V8 ${process.versions.v8})`, hashes }));
