// Puts what was measured between markers in Markdown files: <!-- bench:name --> … <!-- /bench:name -->.
import { readFileSync, writeFileSync } from 'node:fs';

/** The text with what stands between the markers of `name` replaced. Throws if it has no such markers. */
export function withSection(text, name, contents) {
  const open = `<!-- bench:${name} -->`;
  const end = `<!-- /bench:${name} -->`;
  const from = text.indexOf(open);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`no section ${open} … ${end}`);
  return `${text.slice(0, from + open.length)}\n\n${contents.trim()}\n\n${text.slice(to)}`;
}

/** Replaces the sections of a file. sections: contents by name. */
export function writeSections(file, sections) {
  const text = Object.entries(sections).reduce(
    (result, [name, contents]) => withSection(result, name, contents),
    readFileSync(file, 'utf8'),
  );
  writeFileSync(file, text);
}
