import { useEffect, useRef } from 'preact/hooks';
import { Axes } from '../axes/Axes.tsx';
import { layers, layout } from '../axes/layers.ts';
import { layoutFor } from '../axes/layout.ts';
import { drawnBy } from '../lab/pageDrawing.ts';
import { canvasNumber, paint, resize, start } from '../lab/session.ts';
import { onChange } from '../state/run.ts';
import { theme } from '../state/theme.ts';
import { HoverCard, PinnedRing, Pointer } from './Hover.tsx';

/** How high the figure may be: what is left of the window below its own top, with room for the legend. */
function availableHeight(box: HTMLElement): number {
  return innerHeight - (box.getBoundingClientRect().top + scrollY) - 64;
}

function measure(box: HTMLElement): void {
  const width = Math.floor(box.clientWidth);
  if (width === 0) return;
  const next = layoutFor(width, availableHeight(box), Math.min(devicePixelRatio || 1, 3));
  if (JSON.stringify(next) !== JSON.stringify(layout.value)) layout.value = next;
}

/** The canvas, of which there is a new one after every crash, since control of the old one is gone for good. */
function Canvas() {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = ref.current!;
    const drawing = drawnBy(canvas);
    const stops = [
      onChange(
        () => layout.value,
        (value) => {
          if (!value) return;
          drawing.resize(value);
          resize(value);
        },
      ),
      onChange(
        () => theme.value,
        (value) => {
          drawing.repaint();
          paint(value);
        },
      ),
    ];
    void start(canvas, layout.value!, theme.value, drawing.draw);
    return () => {
      for (const stop of stops) stop();
      drawing.end();
    };
  }, []);
  return <canvas ref={ref} />;
}

/** Three linked panels on one canvas, with axes above it. */
export function Figure() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const update = () => measure(box.current!);
    update();
    const observer = new ResizeObserver(update);
    observer.observe(box.current!);
    addEventListener('resize', update);
    return () => {
      observer.disconnect();
      removeEventListener('resize', update);
    };
  }, []);
  const size = layout.value;
  return (
    <div
      class="figure"
      role="img"
      aria-label="Three panels: every lab by training stock and chips, all chips over time beside the optimum, and the training share over time. The numbers are in the readouts and the table."
      ref={box}
      style={size ? { height: `${size.height}px` } : {}}
    >
      {size && <Canvas key={canvasNumber.value} />}
      {size && <Axes layout={size} layers={layers} />}
      <Pointer box={box} />
      <PinnedRing />
      <HoverCard />
    </div>
  );
}
