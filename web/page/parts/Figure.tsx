import { useEffect, useRef } from 'preact/hooks';
import { Axes } from '../axes/Axes.tsx';
import { layersOf } from '../axes/layers.ts';
import { layoutFor } from '../axes/layout.ts';
import { panelShows } from '../axes/panel.ts';
import { listText } from '../format/words.ts';
import { drawnBy } from '../lab/pageDrawing.ts';
import { canvasNumber, detach, paint, resize, setLinear, start } from '../lab/session.ts';
import { isComparing, letterOf } from '../state/beside.ts';
import { isLinear, panelsNow } from '../state/panels.ts';
import { onChange } from '../state/run.ts';
import type { SideState } from '../state/sides.ts';
import { theme } from '../state/theme.ts';
import { EnlargeButtons } from './EnlargeButtons.tsx';
import { HoverCard, PinnedRing, Pointer } from './Hover.tsx';

/** How high the figure may be: what is left of the window below its own top, with room for the legend. */
function availableHeight(box: HTMLElement): number {
  return innerHeight - (box.getBoundingClientRect().top + scrollY) - 64;
}

function measure(box: HTMLElement, { layout }: SideState): void {
  const width = Math.floor(box.clientWidth);
  if (width === 0) return;
  const next = layoutFor(width, availableHeight(box), Math.min(devicePixelRatio || 1, 3), panelsNow.value);
  if (JSON.stringify(next) !== JSON.stringify(layout.value)) layout.value = next;
}

/** The canvas, of which there is a new one after every crash, since control of the old one is gone for good. */
function Canvas({ side }: { side: SideState }) {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = ref.current!;
    const { layout } = side;
    const drawing = drawnBy(canvas, side);
    const stops = [
      onChange(
        () => layout.value,
        (value) => {
          if (!value) return;
          drawing.resize(value);
          resize(value, side.index);
        },
      ),
      onChange(
        () => theme.value,
        (value) => {
          drawing.repaint();
          paint(value);
        },
      ),
      onChange(() => isLinear.value, setLinear),
    ];
    void start(canvas, side, theme.value, drawing.draw);
    return () => {
      for (const stop of stops) stop();
      drawing.end();
      detach(side.index);
    };
  }, []);
  return <canvas ref={ref} />;
}

/** Linked panels on one canvas, with axes above it. */
export function Figure({ side }: { side: SideState }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current!;
    const update = () => measure(element, side);
    update();
    const observer = new ResizeObserver(update);
    observer.observe(element);
    addEventListener('resize', update);
    const stop = onChange(() => panelsNow.value, update);
    return () => {
      stop();
      observer.disconnect();
      removeEventListener('resize', update);
      side.layout.value = side.summary.value = side.hovered.value = null;
    };
  }, []);
  const size = side.layout.value;
  const { picture, crosshair } = layersOf(side);
  const letter = isComparing.value ? `${letterOf(side.index)}: ` : '';
  return (
    <div class="figure" ref={box} style={size ? { height: `${size.height}px` } : {}}>
      <div
        class="picture"
        role="img"
        aria-label={`${letter}${listText(panelsNow.value.map((panel) => panelShows[panel]))}. The numbers are in the readouts and the tables.`}
      >
        {size && <Canvas key={canvasNumber.value} side={side} />}
        {size && <Axes layout={size} layers={[...picture, crosshair]} />}
      </div>
      <EnlargeButtons side={side} />
      <Pointer box={box} side={side} />
      <PinnedRing side={side} />
      <HoverCard side={side} />
    </div>
  );
}
