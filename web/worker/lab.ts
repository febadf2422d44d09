import type { Core } from '../../src/core/core.ts';
import type { Scenario } from '../../src/scenario/types.ts';
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
  type SideIndex,
  type Speed,
  type Summary,
  type Theme,
} from '../shared/protocol.ts';
import type { Clock } from './audience.ts';
import { chartTableOf } from './chartTable.ts';
import { Engine } from './engine.ts';
import { hover } from './hover.ts';
import { ownCopy } from './ownCopy.ts';
import { Stage } from './stage.ts';

/** The worker's side of the protocol: joins the engine with renderers here, or with those on the page. */
export class Lab implements LabApi {
  readonly #loadCore: () => Promise<Core>;
  readonly #engine: Engine;
  readonly #stages: readonly [Stage, Stage];
  #core: Promise<Core> | null = null;
  #theme: Theme | null = null;
  #onSummary: (summary: Summary, side: SideIndex) => void = () => {};
  #onFrame: ((frame: Frame, side: SideIndex) => unknown) | null = null;

  constructor(loadCore: () => Promise<Core>, clock: Clock) {
    this.#loadCore = loadCore;
    const stages = [0, 1].map(() => new Stage(() => this.#engine.redraw()));
    this.#stages = [stages[0], stages[1]];
    this.#engine = new Engine(clock, {
      draw: (frame, side) => this.#draw(frame, side),
      summary: (summary, side) => this.#onSummary({ ...summary, ...this.#stages[side].state }, side),
    });
  }

  async attach(
    canvas: OffscreenCanvas | null,
    layout: Layout,
    theme: Theme,
    webgl: boolean,
    side: SideIndex = 0,
  ): Promise<void> {
    this.#theme = theme;
    // Fetched while the renderer is; whether it came is load's affair.
    this.#startCore().catch(() => {});
    this.#show(layout);
    if (await this.#stages[side].attach(canvas, layout, webgl)) this.#engine.redraw();
  }

  async detach(side: SideIndex): Promise<void> {
    this.#stages[side].detach();
  }

  async subscribe(
    onSummary: (summary: Summary, side: SideIndex) => void,
    onFrame: ((frame: Frame, side: SideIndex) => void) | null,
  ): Promise<void> {
    this.#onSummary = onSummary;
    this.#onFrame = onFrame;
  }

  async load(scenarios: readonly Scenario[]): Promise<{ coreHash: string }> {
    const core = await this.#startCore();
    this.#engine.load(core, scenarios);
    return { coreHash: core.hash };
  }

  async amend(scenarios: readonly Scenario[]): Promise<void> {
    this.#engine.amend(scenarios);
  }

  async swap(): Promise<void> {
    this.#engine.swap();
  }

  async keep(side: SideIndex): Promise<void> {
    this.#engine.keep(side);
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

  async resize(layout: Layout, side: SideIndex = 0): Promise<void> {
    this.#stages[side].resize(layout);
    this.#show(layout);
  }

  async keepGhost(isKept: boolean, side: SideIndex = 0): Promise<void> {
    this.#engine.keepGhost(isKept, side);
  }

  async setBands(bands: Bands | null, side: SideIndex = 0): Promise<void> {
    this.#engine.setBands(bands, side);
  }

  async setLinear(isLinear: boolean): Promise<void> {
    this.#engine.setLinear(isLinear);
  }

  async shareAxes(areShared: boolean): Promise<void> {
    this.#engine.shareAxes(areShared);
  }

  async setTheme(theme: Theme): Promise<void> {
    this.#theme = theme;
    this.#engine.redraw();
  }

  async hover(panel: PanelId, x: number, y: number, side: SideIndex = 0): Promise<HoverInfo | null> {
    const at = this.#engine.side(side);
    const { layout } = this.#stages[side];
    if (!at || !layout?.panels[panel]) return null;
    return hover(at.run, at.picture, layout, panel, x, y);
  }

  async pin(place: LabPlace | null, side: SideIndex = 0): Promise<boolean> {
    return this.#engine.pin(place, side);
  }

  inspect(side: SideIndex = 0): Promise<Inspection | null> {
    return this.#engine.inspect(side);
  }

  async chartReadings(side: SideIndex = 0): Promise<ChartReadings | null> {
    const at = this.#engine.side(side);
    return at && chartTableOf(at.run);
  }

  async ping(): Promise<void> {}

  hashes(side: SideIndex = 0): Promise<Record<string, string>> {
    return this.#engine.hashes(side);
  }

  csv(side: SideIndex = 0): Promise<string> {
    return this.#engine.csv(side);
  }

  json(side: SideIndex = 0): Promise<object> {
    return this.#engine.json(side);
  }

  async frame(side: SideIndex = 0): Promise<Frame> {
    const frame = this.#engine.frame(side);
    if (!frame) throw new Error('nothing is drawn yet');
    return ownCopy(frame);
  }

  async image(scale: number, side: SideIndex = 0): Promise<ImageBitmap> {
    const frame = this.#engine.frame(side);
    const { layout } = this.#stages[side];
    if (!frame || !layout || !this.#theme) throw new Error('nothing is drawn yet');
    return stillImage(frame, layout, this.#theme, scale);
  }

  #startCore(): Promise<Core> {
    this.#core ??= this.#loadCore().catch((error: unknown) => {
      this.#core = null; // perhaps the network comes back
      throw error;
    });
    return this.#core;
  }

  /** Both sides show the same panels. */
  #show(layout: Layout): void {
    this.#engine.show(PANELS.filter((panel) => layout.panels[panel]));
  }

  #draw(frame: Frame, side: SideIndex): void {
    if (!this.#theme) return;
    const send = this.#onFrame && ((own: Frame) => this.#onFrame?.(own, side));
    if (!this.#stages[side].draw(frame, this.#theme, send)) this.#engine.skipped();
  }
}
