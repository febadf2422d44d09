import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { regionCentres } from '../../../src/experiment/report/svg/regions.ts';
import { theme } from '../state/theme.ts';
import { type Domain, domainOf } from './cells.ts';
import { focused, moved, pointed } from './cursor.ts';
import { Frame } from './Frame.tsx';
import { Legend } from './Legend.tsx';
import { openCell } from './open.ts';
import { paint } from './paint.ts';
import { boxOf, cellAt, cellNear, type Picture, pictureOf, placeIn } from './picture.ts';
import { readingOf } from './reading.ts';
import { regimeColour } from './regimeColours.ts';
import { cells, isStale, parameters as parametersNow, type Shown, shown, subject } from './state.ts';

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
function Cursor({ picture, of, at }: { picture: Picture; of: Shown; at: number }) {
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
          class="sweep-cell"
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

/** The picture of a sweep: a map of cells, a strip or a line, with axes, the cell in focus and where the scenario lies now. */
export function Plot() {
  const ref = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useSignal(0);
  const touched = useRef(false);
  useEffect(() => {
    const watch = new ResizeObserver(([{ contentRect }]) => {
      width.value = Math.floor(contentRect.width);
    });
    watch.observe(ref.current!);
    return () => watch.disconnect();
  }, []);
  const of = shown.value as Shown;
  const all = cells.value;
  const looks = subject.value;
  const classification = looks?.classification ?? null;
  const domain: Domain | null = domainOf(all);
  const isStrip = of.plan.ys === null && (classification !== null || domain === null);
  const picture = width.value > 0 ? pictureOf(width.value, of, domain, isStrip) : null;
  const colours = theme.value;
  const regimes = classification?.regimes.map(({ id }) => regimeColour(id)) ?? [];
  useLayoutEffect(() => {
    if (picture && canvas.current)
      paint(
        canvas.current,
        { picture, of, cells: all, domain, regimes, theme: colours },
        Math.min(3, devicePixelRatio),
      );
  });
  const here = isStale.value
    ? { x: null, y: null }
    : { x: valueNow(of.setup.x.path), y: of.setup.y ? valueNow(of.setup.y.path) : null };
  useEffect(() => {
    if (picture) focused.value = cellNear(picture, here);
  }, [of, picture !== null]);
  const placed = (event: PointerEvent | MouseEvent) => {
    const box = ref.current!.getBoundingClientRect();
    return picture ? cellAt(picture, event.clientX - box.left, event.clientY - box.top) : -1;
  };
  const onClick = (event: MouseEvent) => {
    const at = placed(event);
    if (at < 0) return;
    const isSecond = focused.value === at;
    focused.value = at;
    // A finger first chooses and reads; touched again, or by its button, the run opens.
    if (!touched.current || isSecond) void openCell(of, at);
  };
  const at = Math.min(Math.max(0, focused.value), all.length - 1);
  const ring = pointed.value >= 0 && picture ? boxOf(picture, ...placeOf(pointed.value, of)) : null;
  return (
    <div class="sweep-picture">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the cells have the keyboard */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <div
        class="sweep-plot"
        ref={ref}
        style={{ height: `${picture?.height ?? 300}px` }}
        onPointerMove={(event) => {
          touched.current = event.pointerType === 'touch';
          pointed.value = touched.current ? -1 : placed(event);
        }}
        onPointerDown={(event) => {
          touched.current = event.pointerType === 'touch';
        }}
        onPointerLeave={() => {
          pointed.value = -1;
        }}
        onClick={onClick}
      >
        <canvas ref={canvas} />
        {picture && (
          <>
            <Frame picture={picture} of={of} here={here}>
              {classification && of.plan.ys && (
                <RegionNames picture={picture} of={of} labels={looks?.regimes ?? []} />
              )}
              {ring && <rect class="sweep-ring" x={ring[0]} y={ring[1]} width={ring[2]} height={ring[3]} />}
            </Frame>
            <Cursor picture={picture} of={of} at={at} />
          </>
        )}
      </div>
      <Legend
        domain={domain}
        isLine={picture?.line !== null && of.plan.ys === null}
        isHere={picture !== null && placeIn(picture, here) !== null}
      />
    </div>
  );
}

const placeOf = (cell: number, { plan }: Shown): [number, number] => {
  const rows = plan.ys?.length ?? 1;
  return [Math.floor(cell / rows), cell % rows];
};
