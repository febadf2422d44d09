import type { Shape } from './marks.ts';
import type { Pen } from './renderer.ts';

/** Adds a point to the path under way. r: half its width. Rings and crosses are to be stroked, the others filled. */
export function tracePoint(pen: Pen, shape: Shape, x: number, y: number, r: number): void {
  switch (shape) {
    case 'disc':
      pen.moveTo(x + r, y);
      pen.arc(x, y, r, 0, 2 * Math.PI);
      break;
    case 'ring':
      pen.moveTo(x + r * 0.76, y);
      pen.arc(x, y, r * 0.76, 0, 2 * Math.PI);
      break;
    case 'square':
      pen.rect(x - r * 0.84, y - r * 0.84, r * 1.68, r * 1.68);
      break;
    case 'triangle':
      pen.moveTo(x, y - r);
      pen.lineTo(x + r, y + r * 0.8);
      pen.lineTo(x - r, y + r * 0.8);
      pen.closePath();
      break;
    case 'diamond':
      pen.moveTo(x, y - r);
      pen.lineTo(x + r, y);
      pen.lineTo(x, y + r);
      pen.lineTo(x - r, y);
      pen.closePath();
      break;
    case 'cross':
      pen.moveTo(x - r * 0.75, y - r * 0.75);
      pen.lineTo(x + r * 0.75, y + r * 0.75);
      pen.moveTo(x + r * 0.75, y - r * 0.75);
      pen.lineTo(x - r * 0.75, y + r * 0.75);
      break;
  }
}
