import { computed } from '@preact/signals';
import { theme } from '../state/theme.ts';

/** Tokens hold light-dark(…), which only a used property resolves: so a probe wears each colour in turn. */
function read(ids: readonly string[]): ReadonlyMap<string, string> {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const colours = ids.map((id) => {
    probe.style.color = `var(--regime-${id}, var(--muted))`;
    return [id, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  return new Map(colours);
}

const ids = ['runaway', 'growing', 'plateau', 'shrinking', 'monopoly', 'racing', 'free-riding'];

const colours = computed(() => {
  void theme.value; // the appearance decides
  return read(ids);
});

/** The colour of a regime in the appearance in force; a regime without one of its own is grey. */
export const regimeColour = (id: string): string => colours.value.get(id) ?? theme.value.muted;
