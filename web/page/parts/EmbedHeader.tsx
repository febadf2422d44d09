import { nameText } from '../format/words.ts';
import { scenarios } from '../state/beside.ts';
import { linkOut } from '../state/link.ts';

/** Inside another page: what this is, and the way to the whole of it with the same scenario. */
export function EmbedHeader() {
  const titles = scenarios.value.map(({ title, name }) => title || nameText(name));
  return (
    <header class="header embedded">
      <h1>{titles.join(' beside ')}</h1>
      <a class="button quiet" id="open-out" href={linkOut() ?? '.'} target="_blank" rel="noopener">
        Open in Turnpike
      </a>
    </header>
  );
}
