import { Canvas2dRenderer } from '../../render/canvas2dRenderer.ts';
import type { Pixels } from '../../render/renderer.ts';
import type { Frame } from '../../shared/protocol.ts';
import type { PictureParts } from './picture.ts';
import { sheetOf } from './sheet.ts';
import { escapeXml, SvgPen } from './svgPen.ts';

/** Pixels per unit where a crowd of labs is an image. */
const crowdRatio = 2;

function drawn(frame: Frame, parts: PictureParts, image: (pixels: Pixels) => string): SvgPen {
  const panels = new SvgPen(image, crowdRatio);
  const layout = { ...parts.layout, ratio: crowdRatio };
  new Canvas2dRenderer({ width: 0, height: 0, getContext: () => panels }, layout).draw(
    frame,
    layout,
    parts.theme,
  );
  return panels;
}

/** A picture, or two next to each other, as SVG text, with `about` as its metadata. image: pixels as a data URL. */
export function svgOf(
  frames: readonly Frame[],
  pictures: readonly PictureParts[],
  about: object,
  image: (pixels: Pixels) => string,
): string {
  const panels = frames.map((frame, index) => drawn(frame, pictures[index], image));
  const pen = new SvgPen(image);
  const sheet = sheetOf(pictures);
  sheet.draw(pen, (at, index) => at.place(panels[index]));
  const [{ fontFamily }] = pictures;
  const heading = pictures.map((parts) => parts.heading).join(' – ');
  const caption = pictures.flatMap((parts) => parts.caption);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${sheet.height}" viewBox="0 0 ${sheet.width} ${sheet.height}" font-family="${escapeXml(fontFamily)}" role="img">`,
    `<title>${escapeXml(heading)}</title>`,
    `<desc>${escapeXml(caption.join(' '))}</desc>`,
    `<metadata id="turnpike">${escapeXml(JSON.stringify(about))}</metadata>`,
    ...pen.elements,
    '</svg>\n',
  ].join('\n');
}
