import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { scaleOf } from '../../render/scale.ts';
import type { HoverInfo } from '../../shared/protocol.ts';
import { layersOf } from '../axes/layers.ts';
import { panelAt } from '../axes/layout.ts';
import { acrossOf } from '../axes/panel.ts';
import { api } from '../lab/session.ts';
import { edit } from '../state/comparing.ts';
import { pin } from '../state/pin.ts';
import { type SideState, shownSides } from '../state/sides.ts';
import { Typeset } from './Typeset.tsx';

/** What another side has to say about the moment under the pointer: a card of its own there, beside the linked crosshair. */
async function hoverBeside(info: HoverInfo, other: SideState): Promise<HoverInfo | null> {
  const rect = other.layout.value?.panels[info.panel];
  const domain = layersOf(other).domain(info.panel);
  if (info.t === undefined || !rect || !domain || info.t > domain.x[1]) return null;
  const x = acrossOf(rect, domain.x, info.t);
  return (await api()?.hover(info.panel, x, rect.y + rect.height / 2, other.index)) ?? null;
}

/**
 * Watches the figure's pointer and asks the worker what is under it, once a frame at most: a click or tap on a lab pins it.
 * Touch shows what was tapped until the next tap elsewhere.
 */
export function Pointer({ box, side }: { box: RefObject<HTMLDivElement | null>; side: SideState }) {
  const { layout, hovered, index } = side;
  useEffect(() => {
    const element = box.current!;
    let place: { x: number; y: number } | null = null;
    let isAsking = false;
    const ask = async () => {
      if (isAsking) return;
      isAsking = true;
      while (place) {
        const { x, y } = place;
        place = null;
        const panel = layout.value && panelAt(layout.value, x, y);
        const found = panel ? ((await api()?.hover(panel, x, y, index)) ?? null) : null;
        hovered.value = found;
        for (const other of shownSides.value)
          if (other !== side) other.hovered.value = found && (await hoverBeside(found, other));
        element.classList.toggle('over-lab', Boolean(hovered.value?.place));
        await new Promise(requestAnimationFrame);
      }
      isAsking = false;
    };
    const move = (event: PointerEvent) => {
      const corner = element.getBoundingClientRect();
      place = { x: event.clientX - corner.left, y: event.clientY - corner.top };
      void ask();
    };
    const leave = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      place = { x: -1, y: -1 };
      void ask();
    };
    const choose = async (event: MouseEvent) => {
      const corner = element.getBoundingClientRect();
      const [x, y] = [event.clientX - corner.left, event.clientY - corner.top];
      const panel = layout.value && panelAt(layout.value, x, y);
      const found = panel && (await api()?.hover(panel, x, y, index));
      if (!found?.place) return;
      edit(index);
      await pin(found.place);
    };
    element.addEventListener('click', choose);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerdown', move);
    element.addEventListener('pointerleave', leave);
    return () => {
      element.removeEventListener('click', choose);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerdown', move);
      element.removeEventListener('pointerleave', leave);
    };
  }, []);
  return null;
}

/** A ring on the mark and a card beside it, on the side where there is room. */
export function HoverCard({ side: { hovered, layout } }: { side: SideState }) {
  const info = hovered.value;
  const size = layout.value;
  if (!info || !size) return null;
  const isRight = info.x > size.width / 2;
  const isLow = info.y > size.height / 2;
  const shift = `translate(${isRight ? 'calc(-100% - 14px)' : '14px'}, ${isLow ? 'calc(-100% - 6px)' : '6px'})`;
  return (
    <>
      <div class="hover-ring" style={{ left: `${info.x}px`, top: `${info.y}px` }} />
      <div class="hover-card" style={{ left: `${info.x}px`, top: `${info.y}px`, transform: shift }}>
        <strong>
          <Typeset text={info.title} />
        </strong>
        <dl>
          {info.lines.map(({ label, value }) => (
            <div key={label}>
              <dt>
                <Typeset text={label} />
              </dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  );
}

/** A double ring around the pinned lab, wherever it goes. */
export function PinnedRing({ side: { summary, layout } }: { side: SideState }) {
  const spot = summary.value?.pinned;
  const domain = summary.value?.domains.phase;
  const rect = layout.value?.panels.phase;
  if (!spot || !domain || !rect) return null;
  const { x0, kx, y0, ky } = scaleOf(rect, domain);
  return (
    <div class="hover-ring pinned" style={{ left: `${x0 + spot.x * kx}px`, top: `${y0 + spot.y * ky}px` }} />
  );
}
