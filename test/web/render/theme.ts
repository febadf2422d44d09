import {
  type Domains,
  type Frame,
  type Layout,
  type Line,
  PANELS,
  type Theme,
} from '../../../web/shared/protocol.ts';

export const theme: Theme = {
  dark: false,
  background: '#ffffff',
  surface: '#fafafa',
  grid: '#dddddd',
  ink: '#111111',
  muted: '#777777',
  optimum: '#c04000',
  parity: '#6020d0',
  planner: '#806000',
  nash: '#206080',
  rules: { fixed: '#0060a0', turnpike: '#b05000' },
};

export const layout = {
  width: 600,
  height: 300,
  ratio: 2,
  panels: {
    phase: { x: 20, y: 10, width: 260, height: 280 },
    chips: { x: 320, y: 10, width: 260, height: 160 },
    share: { x: 320, y: 200, width: 260, height: 90 },
  },
} satisfies Layout;

export const line = (changes: Partial<Line>): Line => ({
  panel: 'chips',
  style: 'economy',
  economy: 0,
  rule: null,
  label: '',
  data: new Float32Array([0, 0, 1, 1]),
  ...changes,
});

export const frame = (changes: Partial<Frame> = {}): Frame => ({
  domains: Object.fromEntries(PANELS.map((panel) => [panel, { x: [0, 1], y: [0, 1] }])) as unknown as Domains,
  points: new Float32Array(0),
  runs: [],
  lines: [],
  ...changes,
});
