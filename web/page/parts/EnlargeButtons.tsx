import { PANELS } from '../../shared/protocol.ts';
import { panelTitles } from '../axes/panel.ts';
import { isEnlarged, toggleEnlarged } from '../state/panels.ts';
import type { SideState } from '../state/sides.ts';
import { Icon } from './Icon.tsx';

/** One at the upper right of every panel: it fills the figure, and then goes back to its place. */
export function EnlargeButtons({ side }: { side: SideState }) {
  const panels = side.layout.value?.panels ?? {};
  const isOne = isEnlarged.value;
  return (
    <>
      {PANELS.map((panel) => {
        const rect = panels[panel];
        if (!rect) return null;
        const words = `${isOne ? 'Back to its place' : 'Enlarge'}: ${panelTitles[panel]}`;
        return (
          <button
            key={panel}
            type="button"
            class="enlarge"
            aria-label={words}
            aria-pressed={isOne}
            title={words}
            style={{ left: `${rect.x + rect.width - 24}px`, top: `${rect.y - 42}px` }}
            onClick={({ currentTarget }) => {
              toggleEnlarged(panel);
              // The figure is now higher or lower than it was: the panel stays in sight.
              requestAnimationFrame(() => currentTarget.scrollIntoView({ block: 'nearest' }));
            }}
          >
            <Icon name={isOne ? 'shrink' : 'enlarge'} />
          </button>
        );
      })}
    </>
  );
}
