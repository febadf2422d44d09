import { nameText } from '../format/words.ts';
import { linkOut } from '../state/link.ts';
import { scenario } from '../state/scenario.ts';

/** Inside another page: what this is, and the way to the whole of it with the same scenario. */
export function EmbedHeader() {
  const { title, name } = scenario.value;
  return (
    <header class="header embedded">
      <h1>{title || nameText(name)}</h1>
      <a class="button quiet" id="open-out" href={linkOut() ?? '.'} target="_blank" rel="noopener">
        Open in Turnpike
      </a>
    </header>
  );
}
