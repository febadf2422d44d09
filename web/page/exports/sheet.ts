import { drawPicture, type PictureParts, type PicturePen, planPicture } from './picture.ts';

/** A run's picture, or those of two next to each other; sizes in CSS pixels. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** drawPanels: those of one picture, with the origin where they are. */
  draw<P extends PicturePen>(pen: P, drawPanels: (pen: P, index: number) => void): void;
}

export function sheetOf(pictures: readonly PictureParts[]): Sheet {
  const own = pictures.map(planPicture);
  // Headings of one height, so that panels stand level.
  const head = Math.max(...own.map((plan) => plan.head));
  const plans = own.map((plan) => ({ ...plan, head, height: plan.height + head - plan.head }));
  const height = Math.max(...plans.map((plan) => plan.height));
  return {
    width: plans.reduce((sum, { width }) => sum + width, 0),
    height,
    draw(pen, drawPanels) {
      let left = 0;
      pictures.forEach((parts, index) => {
        const plan = { ...plans[index], height };
        pen.save();
        pen.translate(left, 0);
        drawPicture(pen, plan, parts, (at) => drawPanels(at, index));
        pen.restore();
        left += plan.width;
      });
    },
  };
}
