import { useEffect, useRef } from 'preact/hooks';
import { PANELS } from '../../shared/protocol.ts';
import { panelTitles } from '../axes/panel.ts';
import {
  isEnlarged,
  isLast,
  isLinear,
  isShown,
  showAll,
  toggleEnlarged,
  toggleLinear,
  togglePanel,
} from '../state/panels.ts';
import { Icon } from './Icon.tsx';
import { OtherRuns } from './OtherRuns.tsx';

/** Escape and a click elsewhere close the list. */
function useClosing(ref: { current: HTMLDetailsElement | null }): void {
  useEffect(() => {
    const close = (event: Event) => {
      const list = ref.current!;
      if (!list.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        list.querySelector('summary')!.focus();
      } else if (list.contains(event.target as Element)) return;
      list.open = false;
    };
    // Before the page's own keys, so that Escape closes the list and does nothing else.
    addEventListener('keydown', close, true);
    addEventListener('pointerdown', close);
    return () => {
      removeEventListener('keydown', close, true);
      removeEventListener('pointerdown', close);
    };
  }, []);
}

/** Which panels are shown, which one fills the figure, and how all chips are scaled. */
export function PanelChooser() {
  const ref = useRef<HTMLDetailsElement>(null);
  useClosing(ref);
  return (
    <div class="panel-bar">
      <details class="panel-list" ref={ref}>
        <summary class="button small" id="panels">
          Panels
          <Icon name="chevron" />
        </summary>
        <ul>
          {PANELS.map((panel) => (
            <li key={panel}>
              <label class="switch">
                <input
                  type="checkbox"
                  name={`panel-${panel}`}
                  checked={isShown(panel)}
                  disabled={isLast(panel)}
                  onChange={() => togglePanel(panel)}
                />
                {panelTitles[panel]}
              </label>
              <button
                type="button"
                class="button quiet small"
                aria-label={`Enlarge: ${panelTitles[panel]}`}
                onClick={() => {
                  showAll();
                  toggleEnlarged(panel);
                }}
              >
                <Icon name="enlarge" />
              </button>
            </li>
          ))}
        </ul>
      </details>
      <label class="switch">
        <input type="checkbox" id="linear" checked={isLinear.value} onChange={toggleLinear} />
        Linear K(t)
      </label>
      <OtherRuns />
      {isEnlarged.value && (
        <button type="button" class="button small" id="all-panels" onClick={showAll}>
          All panels <kbd>Esc</kbd>
        </button>
      )}
    </div>
  );
}
