import { Buffer, BufferUsage, Geometry, GlProgram, Mesh, Shader, UniformGroup } from 'pixi.js';
import type { Frame, Layout, Theme } from '../shared/protocol.ts';
import { PANELS } from '../shared/protocol.ts';
import { traceClipped, walkBand } from './clip.ts';
import {
  inDrawingOrder,
  isFilled,
  markOf,
  pointAlpha,
  pointSize,
  ruleColor,
  SHAPES,
  shadesOf,
  shapeOf,
} from './marks.ts';
import { scaleOf } from './scale.ts';
import { pointFragment, pointVertex, stripFragment, stripVertex } from './shaders.ts';
import { packColor, STRIP_WORDS, Strip } from './strip.ts';

/** Draws the first `count` vertices of buffers that may be longer. */
class CountedGeometry extends Geometry {
  count = 0;

  override get vertexCount(): number {
    return this.count;
  }
}

function vertexBuffer(data: Float32Array | Uint32Array): Buffer {
  return new Buffer({ data, usage: BufferUsage.VERTEX | BufferUsage.COPY_DST, shrinkToFit: false });
}

const vec4 = () => ({ value: new Float32Array(4), type: 'vec4<f32>' as const });

/** Clip units per CSS pixel across and down, device pixels per CSS pixel. */
function setView(view: Float32Array, { width, height, ratio }: Layout): void {
  view.set([2 / width, 2 / height, ratio, 0]);
}

/** Every line, band and panel background of a frame in one draw call. */
export class LinesMesh {
  readonly mesh: Mesh<Geometry, Shader>;
  readonly #strip = new Strip();
  readonly #buffer = vertexBuffer(this.#strip.data);
  readonly #geometry: CountedGeometry;
  readonly #uniforms = new UniformGroup({ uView: vec4() });

  constructor() {
    const stride = STRIP_WORDS * 4;
    const buffer = this.#buffer;
    this.#geometry = new CountedGeometry({
      topology: 'triangle-strip',
      attributes: {
        aPosition: { buffer, format: 'float32x2', stride, offset: 0 },
        aAlong: { buffer, format: 'float32x2', stride, offset: 8 },
        aColor: { buffer, format: 'unorm8x4', stride, offset: 16 },
        aPen: { buffer, format: 'unorm8x4', stride, offset: 20 },
      },
    });
    const glProgram = GlProgram.from({ vertex: stripVertex, fragment: stripFragment, name: 'lines' });
    const shader = new Shader({ glProgram, resources: { uniforms: this.#uniforms } });
    this.mesh = new Mesh({ geometry: this.#geometry, shader });
  }

  update(frame: Frame, layout: Layout, theme: Theme): void {
    const strip = this.#strip;
    strip.clear(layout.ratio);
    for (const panel of PANELS) {
      const rect = layout.panels[panel];
      if (!rect) continue;
      const { x, y, width, height } = rect;
      strip.begin(theme.surface, 1, 1, null);
      strip.ribbon(x, y, y + height, true);
      strip.ribbon(x + width, y, y + height, false);
    }
    const shades = shadesOf(frame.runs);
    for (const line of inDrawingOrder(frame.lines)) {
      const rect = layout.panels[line.panel];
      if (!rect) continue;
      const scale = scaleOf(rect, frame.domains[line.panel]);
      const { color, alpha, width, dash } = markOf(line, theme, shades);
      strip.begin(color, alpha, width, dash);
      if (isFilled(line.style)) {
        let isFirst = true;
        walkBand(line.data, scale, rect, (x, low, high) => {
          strip.ribbon(x, low, high, isFirst);
          isFirst = false;
        });
      } else {
        traceClipped(line.data, scale, rect, strip);
        strip.end();
      }
    }
    this.#geometry.count = strip.vertices;
    this.#buffer.setDataWithSize(strip.data, strip.vertices * STRIP_WORDS, true);
    setView(this.#uniforms.uniforms.uView, layout);
    this.#uniforms.update();
  }

  destroy(): void {
    this.mesh.destroy();
    this.#geometry.destroy(true);
  }
}

/** Every lab of a frame in one draw call, straight from the core's own points. */
export class PointsMesh {
  readonly mesh: Mesh<Geometry, Shader>;
  readonly #places = vertexBuffer(new Float32Array(2));
  readonly #looks = vertexBuffer(new Uint32Array(1));
  readonly #geometry: CountedGeometry;
  readonly #uniforms = new UniformGroup({
    uScale: vec4(),
    uPanel: vec4(),
    uView: vec4(),
    uPoint: { value: new Float32Array(2), type: 'vec2<f32>' as const },
  });
  /** What the looks were made for: they change with the scenario and the theme, not with a tick. */
  #lookKey = '';

  constructor() {
    this.#geometry = new CountedGeometry({
      topology: 'point-list',
      attributes: {
        aPosition: { buffer: this.#places, format: 'float32x2', stride: 8, offset: 0 },
        aLook: { buffer: this.#looks, format: 'unorm8x4', stride: 4, offset: 0 },
      },
    });
    const glProgram = GlProgram.from({ vertex: pointVertex, fragment: pointFragment, name: 'labs' });
    const shader = new Shader({ glProgram, resources: { uniforms: this.#uniforms } });
    this.mesh = new Mesh({ geometry: this.#geometry, shader });
  }

  update({ points, runs, domains }: Frame, layout: Layout, theme: Theme): void {
    const rect = layout.panels.phase;
    const count = points.length / 2;
    this.#geometry.count = count;
    this.mesh.visible = count > 0 && rect !== undefined;
    if (!rect || count === 0) return;
    this.#places.setDataWithSize(points, points.length, true);
    this.#updateLooks(runs, count, theme);
    const labs = runs.reduce((sum, run) => sum + run.count, 0);
    const { x0, kx, y0, ky } = scaleOf(rect, domains.phase);
    const { uScale, uPanel, uView, uPoint } = this.#uniforms.uniforms;
    uScale.set([x0, kx, y0, ky]);
    uPanel.set([rect.x, rect.y, rect.x + rect.width, rect.y + rect.height]);
    setView(uView, layout);
    uPoint.set([pointSize(labs), pointAlpha(labs)]);
    this.#uniforms.update();
  }

  #updateLooks(runs: Frame['runs'], count: number, theme: Theme): void {
    const key = JSON.stringify([count, runs, theme.rules, theme.ink]);
    if (key === this.#lookKey) return;
    this.#lookKey = key;
    const looks = new Uint32Array(count);
    const shades = shadesOf(runs);
    for (const { first, count: labs, rule, economy } of runs) {
      const shape = SHAPES.indexOf(shapeOf(economy));
      const color = ruleColor(theme, rule, shades(rule, economy));
      looks.fill((packColor(color, 0) | (shape << 24)) >>> 0, first, first + labs);
    }
    this.#looks.setDataWithSize(looks, count, true);
  }

  destroy(): void {
    this.mesh.destroy();
    this.#geometry.destroy(true);
  }
}
