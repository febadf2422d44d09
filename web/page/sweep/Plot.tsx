import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { regionCentres } from '../../../src/experiment/report/svg/regions.ts';
import { theme } from '../state/theme.ts';
import { domainOf } from './cells.ts';
import { focused, moved, pointed } from './cursor.ts';
import { Frame } from './Frame.tsx';
import { Legend } from './Legend.tsx';
import { openCell } from './open.ts';
import { paint } from './paint.ts';
import { boxOf, cellAt, cellNear, type Picture, pictureOf, placeIn } from './picture.ts';
import { readingOf } from './reading.ts';
import { regimeColour } from './regimeColours.ts';
import {
  cells,
  isStale,
  parameters as parametersNow,
  type Shown,
  shown,
  subject,
  valuesAt,
} from './state.ts';

/** The value that a parameter has now. */
const valueNow = (path: string | undefined): number | null =>
  parametersNow.value.find((parameter) => parameter.path === path)?.value ?? null;

/** Names of the regimes, each where it has the most room. */
function RegionNames({ picture, of, labels }: { picture: Picture; of: Shown; labels: readonly string[] }) {
  const rows = of.plan.ys?.length ?? 1;
  const all = cells.value;
  const kinds = of.plan.xs.map((_, i) =>
    Array.from({ length: rows }, (_, j) => {
      const cell = all[i * rows + j];
      return cell.kind === 'regime' ? cell.regime : null;
    }),
  );
  return (
    <>
      {regionCentres(kinds).map(({ kind, row: i, column: j }) => {
        const [left, top, width, height] = boxOf(picture, i, j);
        return (
          <text
            key={kind}
            class="sweep-region"
            x={left + width / 2}
            y={top + height / 2 + 4}
            text-anchor="middle"
          >
            {labels[kind]}
          </text>
        );
      })}
    </>
  );
}

/** The one cell that can have the focus, and by its place and words stands for the grid. */
function Cursor({ picture, of }: { picture: Picture; of: Shown }) {
  const at = Math.min(Math.max(0, focused.value), cells.value.length - 1);
  const ref = useRef<HTMLDivElement>(null);
  const wanted = useRef(false);
  const rows = of.plan.ys?.length ?? 1;
  const columns = of.plan.xs.length;
  const [i, j] = [Math.floor(at / rows), at % rows];
  const [left, top, width, height] = boxOf(picture, i, j);
  useLayoutEffect(() => {
    if (wanted.current) ref.current?.focus({ preventScroll: true });
    wanted.current = false;
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      void openCell(of, at);
      return;
    }
    const next = moved(event.key, at, columns, rows);
    if (next === null) return;
    event.preventDefault();
    pointed.value = -1;
    wanted.current = next !== at;
    focused.value = next;
  };
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: thousands of cells on a canvas, one of them an element at a time
    <div
      role="grid"
      class="sweep-grid"
      aria-label="Cells of the sweep"
      aria-describedby="sweep-keys"
      aria-rowcount={rows}
      aria-colcount={columns}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: its cell is */}
      <div role="row" aria-rowindex={rows - j}>
        <div
          key={at}
          ref={ref}
          role="gridcell"
          tabIndex={0}
          id="sweep-cell"
          class={picture.line ? 'sweep-cell band' : 'sweep-cell'}
          aria-colindex={i + 1}
          aria-label={readingOf(of, at)}
          style={{ left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` }}
          onKeyDown={onKeyDown}
        />
      </div>
    </div>
    // biome-ignore-end lint/a11y/useSemanticElements: as above
  );
}

/** The cell under the pointer. */
function Ring({ picture, of }: { picture: Picture; of: Shown }) {
  if (pointed.value < 0) return null;
  const { i, j } = valuesAt(of, pointed.value);
  const [x, y, width, height] = boxOf(picture, i, j);
  return <rect class="sweep-ring" x={x} y={y} width={width} height={height} />;
}

/** The width of an element, as it is laid out; 0 before that. */
function useWidth(ref: RefObject<HTMLElement | null>): number {
  const width = useSignal(0);
  useEffect(() => {
    const watch = new ResizeObserver(([{ contentRect }]) => {
      width.value = Math.floor(contentRect.width);
    });
    watch.observe(ref.current!);
    return () => watch.disconnect();
  }, []);
  return width.value;
}

/** What pointers do: they read what they are on, and open what they press. */
function pointing(of: Shown, picture: Picture | null, isTouch: { current: boolean }) {
  const cellUnder = ({ currentTarget, clientX, clientY }: MouseEvent): number => {
    const box = (currentTarget as HTMLElement).getBoundingClientRect();
    return picture ? cellAt(picture, clientX - box.left, clientY - box.top) : -1;
  };
  return {
    onPointerMove(event: PointerEvent) {
      isTouch.current = event.pointerType === 'touch';
      pointed.value = isTouch.current ? -1 : cellUnder(event);
    },
    onPointerDown(event: PointerEvent) {
      isTouch.current = event.pointerType === 'touch';
    },
    onPointerLeave() {
      pointed.value = -1;
    },
    onClick(event: MouseEvent) {
      const at = cellUnder(event);
      if (at < 0) return;
      const isSecond = focused.value === at;
      focused.value = at;
      // A finger first chooses and reads; touched again, or by its button, the run opens.
      if (!isTouch.current || isSecond) void openCell(of, at);
    },
  };
}

/** The picture of a sweep: a map of cells, a strip or a line, with axes, the cell in focus and where the scenario lies now. */
export function Plot() {
  const ref = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const isTouch = useRef(false);
  const width = useWidth(ref);
  const of = shown.value as Shown;
  const all = cells.value;
  const looks = subject.value;
  const classification = looks?.classification ?? null;
  const found = domainOf(all);
  const domain = useMemo(() => found, [found?.min, found?.max, found?.isLog]);
  const isLine = of.plan.ys === null && classification === null;
  // A map keeps its place while its colours move.
  const picture = useMemo(
    () => (width > 0 ? pictureOf(width, of, isLine ? domain : null, !isLine) : null),
    [width, of, isLine, isLine && domain],
  );
  const colours = theme.value;
  useLayoutEffect(() => {
    if (!picture || !canvas.current) return;
    const regimes = classification?.regimes.map(({ id }) => regimeColour(id)) ?? [];
    const scale = Math.min(3, devicePixelRatio);
    paint(canvas.current, { picture, of, cells: all, domain, regimes, theme: colours }, scale);
  }, [picture, all, classification, colours]);
  const [x, y] = isStale.value ? [null, null] : [valueNow(of.setup.x.path), valueNow(of.setup.y?.path)];
  const here = useMemo(() => ({ x, y }), [x, y]);
  useEffect(() => {
    if (picture) focused.value = cellNear(picture, here);
  }, [of, picture !== null]);
  const frame = useMemo(
    () => picture && <Frame picture={picture} of={of} here={here} subject={looks} />,
    [picture, here, looks],
  );
  return (
    <div class="sweep-picture">
      <div
        class="sweep-plot"
        ref={ref}
        style={{ height: `${picture?.height ?? 300}px` }}
        {...pointing(of, picture, isTouch)}
      >
        <canvas ref={canvas} />
        {picture && (
          <>
            {frame}
            <svg class="sweep-frame" aria-hidden="true" width={picture.width} height={picture.height}>
              {classification && of.plan.ys && (
                <RegionNames picture={picture} of={of} labels={looks?.regimes ?? []} />
              )}
              <Ring picture={picture} of={of} />
            </svg>
            <Cursor picture={picture} of={of} />
          </>
        )}
      </div>
      <Legend
        width={width}
        domain={domain}
        isLine={isLine}
        isHere={picture !== null && placeIn(picture, here) !== null}
      />
    </div>
  );
}
