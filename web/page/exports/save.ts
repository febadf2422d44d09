import type { Pixels } from '../../render/renderer.ts';
import type { SideIndex } from '../../shared/protocol.ts';
import { api } from '../lab/session.ts';
import { notice } from '../state/run.ts';
import { chosen, scenario } from '../state/scenario.ts';
import { shownSides } from '../state/sides.ts';
import { aboutRun, fileName, pictures } from './about.ts';
import { download } from './download.ts';
import { type PictureParts, pictureCanvas } from './picture.ts';
import { withText } from './pngText.ts';
import { sheetOf } from './sheet.ts';

const pictureScale = 2;

/** Says what went wrong instead of failing in silence. */
export async function attempt(what: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    notice.value = { kind: 'error', title: `The ${what} could not be saved.`, lines: [String(error)] };
  }
}

/** The panels of all that is shown; null where there is no worker. */
export async function panelImages(scale: number): Promise<ImageBitmap[] | null> {
  const lab = api();
  return lab && Promise.all(shownSides.value.map(({ index }) => lab.image(scale, index)));
}

/** Puts each side's panels in their place. */
export const placing =
  (panels: readonly ImageBitmap[], parts: readonly PictureParts[]) =>
  (pen: CanvasRenderingContext2D, index: number): void => {
    const { width, height } = parts[index].layout;
    pen.drawImage(panels[index], 0, 0, width, height);
  };

export function savePng(): Promise<void> {
  return attempt('picture', async () => {
    const parts = pictures();
    const panels = await panelImages(pictureScale);
    if (!panels || !parts) return;
    const sheet = sheetOf(parts);
    const { canvas, pen } = pictureCanvas(sheet, pictureScale);
    sheet.draw(pen, placing(panels, parts));
    for (const image of panels) image.close();
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('the browser made no picture');
    const png = new Uint8Array(await blob.arrayBuffer());
    const bytes = withText(png, 'Turnpike', JSON.stringify(aboutRun()));
    download(`${fileName()}.png`, new Blob([bytes], { type: 'image/png' }));
  });
}

function dataUrl({ width, height, data }: Pixels): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')!.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  return canvas.toDataURL('image/png');
}

export function saveSvg(): Promise<void> {
  return attempt('drawing', async () => {
    const lab = api();
    const parts = pictures();
    if (!lab || !parts) return;
    const frames = await Promise.all(parts.map((_, side) => lab.frame(side as SideIndex)));
    const { svgOf } = await import('./svg.ts');
    const text = svgOf(frames, parts, aboutRun(), dataUrl);
    download(`${fileName()}.svg`, new Blob([text], { type: 'image/svg+xml' }));
  });
}

/** The record of one run: of the chosen side, where there are two. */
export function saveCsv(): Promise<void> {
  return attempt('record', async () => {
    const text = await api()?.csv(chosen.value);
    if (text !== undefined) download(`${scenario.value.name}.csv`, new Blob([text], { type: 'text/csv' }));
  });
}

export function saveJson(): Promise<void> {
  return attempt('result', async () => {
    const lab = api();
    if (!lab) return;
    const results = await Promise.all(shownSides.value.map(({ index }) => lab.json(index)));
    const result = results.length === 1 ? results[0] : { sides: results };
    download(
      `${fileName()}.json`,
      new Blob([`${JSON.stringify(result, null, 2)}\n`], { type: 'application/json' }),
    );
  });
}
