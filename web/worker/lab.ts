import type { Core } from '../../src/core/core.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { createRenderer } from '../render/createRenderer.ts';
import type { Renderer } from '../render/renderer.ts';
import { stillImage } from '../render/stillImage.ts';
import {
  type Bands,
  type ChartReadings,
  type Frame,
  type HoverInfo,
  type Inspection,
  type LabApi,
  type LabPlace,
  type Layout,
  PANELS,
  type PanelId,
  type Speed,
  type Summary,
  type Theme,
} from '../shared/protocol.ts';
import { chartTableOf } from './chartTable.ts';
import { type Clock, Engine } from './engine.ts';
import { hover } from './hover.ts';
import { ownCopy } from './ownCopy.ts';

/** The worker's side of the protocol: joins the engine with a renderer here, or with one on the page. */
export class Lab implements LabApi {
  readonly #loadCore: () => Promise<Core>;
  readonly #engine: Engine;
  #core: Promise<Core> | null = null;
  #layout: Layout | null = null;
  #theme: Theme | null = null;
  #renderer: Renderer | null = null;
  #rendererName: Summary['renderer'] = 'canvas2d-worker';
  #isPictureLost = false;
  #attachments = 0;
  #onSummary: (summary: Summary) => void = () => {};
  #onFrame: ((frame: Frame) => unknown) | null = null;
  /** A frame is with the page: the next one waits until it has been taken. */
  #isFrameOut = false;

  constructor(loadCore: () => Promise<Core>, clock: Clock) {
    this.#loadCore = loadCore;
    this.#engine = new Engine(clock, {
      draw: (frame) => this.#draw(frame),
      summary: (summary) =>
        this.#onSummary({ ...summary, renderer: this.#rendererName, pictureLost: this.#isPictureLost }),
    });
  }

  async attach(canvas: OffscreenCanvas | null, layout: Layout, theme: Theme, webgl: boolean): Promise<void> {
    const attachment = ++this.#attachments;
    this.#renderer?.destroy();
    this.#renderer = null;
    this.#isPictureLost = false;
    this.#setLayout(layout);
    this.#theme = theme;
    // Fetched while the renderer is; whether it came is load's affair.
    this.#startCore().catch(() => {});
    if (canvas) {
      const isCurrent = (): boolean => attachment === this.#attachments;
      const renderer = await createRenderer(canvas, layout, webgl, {
        onLost: () => isCurrent() && this.#setPictureLost(true),
        onRestored: () => isCurrent() && this.#setPictureLost(false),
      });
      if (!isCurrent()) {
        renderer.destroy();
        return;
      }
      this.#renderer = renderer;
      // The layout may have changed while Pixi was loading.
      renderer.resize(this.#layout ?? layout);
      this.#rendererName = `${renderer.kind}-worker`;
    } else {
      this.#rendererName = webgl ? 'webgl-page' : 'canvas2d-page';
    }
    this.#engine.redraw();
  }

  async subscribe(
    onSummary: (summary: Summary) => void,
    onFrame: ((frame: Frame) => void) | null,
  ): Promise<void> {
    this.#onSummary = onSummary;
    this.#onFrame = onFrame;
  }

  async load(scenario: Scenario): Promise<{ coreHash: string }> {
    const core = await this.#startCore();
    this.#engine.load(core, scenario);
    return { coreHash: core.hash };
  }

  async amend(scenario: Scenario): Promise<void> {
    this.#engine.amend(scenario);
  }

  async play(): Promise<void> {
    this.#engine.play();
  }

  async pause(): Promise<void> {
    this.#engine.pause();
  }

  async step(): Promise<void> {
    this.#engine.step();
  }

  async seek(position: number): Promise<void> {
    this.#engine.seek(position);
  }

  async reset(): Promise<void> {
    this.#engine.reset();
  }

  async setSpeed(speed: Speed): Promise<void> {
    this.#engine.setSpeed(speed);
  }

  async hide(benchmarks: readonly string[]): Promise<void> {
    this.#engine.hide(benchmarks);
  }

  async resize(layout: Layout): Promise<void> {
    this.#renderer?.resize(layout);
    this.#setLayout(layout);
  }

  async keepGhost(isKept: boolean): Promise<void> {
    this.#engine.keepGhost(isKept);
  }

  async setBands(bands: Bands | null): Promise<void> {
    this.#engine.setBands(bands);
  }

  async setLinear(isLinear: boolean): Promise<void> {
    this.#engine.setLinear(isLinear);
  }

  async setTheme(theme: Theme): Promise<void> {
    this.#theme = theme;
    this.#engine.redraw();
  }

  async hover(panel: PanelId, x: number, y: number): Promise<HoverInfo | null> {
    const { run, picture } = this.#engine;
    if (!run || !picture || !this.#layout?.panels[panel]) return null;
    return hover(run, picture, this.#layout, panel, x, y);
  }

  async pin(place: LabPlace | null): Promise<boolean> {
    return this.#engine.pin(place);
  }

  inspect(): Promise<Inspection | null> {
    return this.#engine.inspect();
  }

  async chartReadings(): Promise<ChartReadings | null> {
    return this.#engine.run && chartTableOf(this.#engine.run);
  }

  async ping(): Promise<void> {}

  hashes(): Promise<Record<string, string>> {
    return this.#engine.hashes();
  }

  csv(): Promise<string> {
    return this.#engine.csv();
  }

  json(): Promise<object> {
    return this.#engine.json();
  }

  async frame(): Promise<Frame> {
    const frame = this.#engine.frame();
    if (!frame) throw new Error('nothing is drawn yet');
    return ownCopy(frame);
  }

  async image(scale: number): Promise<ImageBitmap> {
    const frame = this.#engine.frame();
    if (!frame || !this.#layout || !this.#theme) throw new Error('nothing is drawn yet');
    return stillImage(frame, this.#layout, this.#theme, scale);
  }

  #startCore(): Promise<Core> {
    this.#core ??= this.#loadCore().catch((error: unknown) => {
      this.#core = null; // perhaps the network comes back
      throw error;
    });
    return this.#core;
  }

  #setLayout(layout: Layout): void {
    this.#layout = layout;
    this.#engine.show(PANELS.filter((panel) => layout.panels[panel]));
  }

  #setPictureLost(isLost: boolean): void {
    this.#isPictureLost = isLost;
    this.#engine.redraw();
  }

  #draw(frame: Frame): void {
    if (this.#renderer && this.#layout && this.#theme) this.#renderer.draw(frame, this.#layout, this.#theme);
    else if (this.#onFrame) void this.#send(frame);
  }

  /** One frame is under way at most: a page that draws slowly gets fewer frames, never a queue of them. */
  async #send(frame: Frame): Promise<void> {
    if (this.#isFrameOut) {
      this.#engine.skipped();
      return;
    }
    this.#isFrameOut = true;
    await this.#onFrame?.(ownCopy(frame));
    this.#isFrameOut = false;
  }
}
