/** Every checkpoint as `run / economy / checkpoint`: hash. */
function flat(runs) {
  const all = new Map();
  for (const [run, economies] of Object.entries(runs))
    for (const [economy, checkpoints] of Object.entries(economies))
      for (const [checkpoint, hash] of Object.entries(checkpoints))
        all.set(`${run} / ${economy} / ${checkpoint}`, hash);
  return all;
}

/** Throws unless the hashes are the golden ones, all of them and no others. Returns how many there are. */
export function compare(hashes, golden) {
  const wanted = flat(golden);
  const got = flat(hashes);
  const names = [...new Set([...wanted.keys(), ...got.keys()])];
  const wrong = names.filter((name) => got.get(name) !== wanted.get(name));
  if (wrong.length === 0) return wanted.size;
  const [first] = wrong;
  throw new Error(
    `${wrong.length} of ${names.length} hashes differ; the first, ${first}: got ${got.get(first)}, golden ${wanted.get(first)}`,
  );
}
