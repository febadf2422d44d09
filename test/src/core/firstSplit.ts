import { simulate } from './harness.ts';

interface Setting {
  economy?: object;
  group: object;
  h: number;
}

/** The split that the labs of a group decide first. */
export function firstSplit({ economy = {}, group, h }: Setting): number {
  const simulation = simulate({ clock: { h, until: h }, economy, groups: [group] });
  simulation.advance(1);
  return simulation.economies[0].groups[0].q[0];
}
