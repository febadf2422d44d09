import { Canvas2dRenderer } from '../../render/canvas2dRenderer.ts';
import type { Pixels } from '../../render/renderer.ts';
import type { Frame } from '../../shared/protocol.ts';
import { drawPicture, type PictureParts, planPicture } from './picture.ts';
import { escapeXml, SvgPen } from './svgPen.ts';

/** Pixels per unit where a crowd of labs is an image. */
const crowdRatio = 2;

/** The picture as SVG text, with `about` as its metadata. image: pixels as a data URL. */
export function svgOf(
  frame: Frame,
  parts: PictureParts,
  about: object,
  image: (pixels: Pixels) => string,
): string {
  const panels = new SvgPen(image, crowdRatio);
  const layout = { ...parts.layout, ratio: crowdRatio };
  new Canvas2dRenderer({ width: 0, height: 0, getContext: () => panels }, layout).draw(
    frame,
    layout,
    parts.theme,
  );
  const pen = new SvgPen(image);
  const plan = planPicture(parts);
  drawPicture(pen, plan, parts, (at) => at.place(panels));
  const { heading, caption, fontFamily } = parts;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${plan.width}" height="${plan.height}" viewBox="0 0 ${plan.width} ${plan.height}" font-family="${escapeXml(fontFamily)}" role="img">`,
    `<title>${escapeXml(heading)}</title>`,
    `<desc>${escapeXml(caption.join(' '))}</desc>`,
    `<metadata id="turnpike">${escapeXml(JSON.stringify(about))}</metadata>`,
    ...pen.elements,
    '</svg>\n',
  ].join('\n');
}
