import type { Pixels } from '../../render/renderer.ts';
import { api } from '../lab/session.ts';
import { notice } from '../state/run.ts';
import { scenario } from '../state/scenario.ts';
import { aboutRun, pictureParts } from './about.ts';
import { download } from './download.ts';
import { drawPicture, pictureCanvas, planPicture } from './picture.ts';
import { withText } from './pngText.ts';

const pictureScale = 2;

/** Says what went wrong instead of failing in silence. */
export async function attempt(what: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    notice.value = { kind: 'error', title: `The ${what} could not be saved.`, lines: [String(error)] };
  }
}

export function savePng(): Promise<void> {
  return attempt('picture', async () => {
    const panels = await api()?.image(pictureScale);
    const parts = pictureParts();
    if (!panels || !parts) return;
    const plan = planPicture(parts);
    const { canvas, pen } = pictureCanvas(plan, pictureScale);
    const { width, height } = parts.layout;
    drawPicture(pen, plan, parts, (at) => at.drawImage(panels, 0, 0, width, height));
    panels.close();
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('the browser made no picture');
    const png = new Uint8Array(await blob.arrayBuffer());
    const bytes = withText(png, 'Turnpike', JSON.stringify(aboutRun()));
    download(`${scenario.value.name}.png`, new Blob([bytes], { type: 'image/png' }));
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
    const frame = await api()?.frame();
    const parts = pictureParts();
    if (!frame || !parts) return;
    const { svgOf } = await import('./svg.ts');
    const text = svgOf(frame, parts, aboutRun(), dataUrl);
    download(`${scenario.value.name}.svg`, new Blob([text], { type: 'image/svg+xml' }));
  });
}

export function saveCsv(): Promise<void> {
  return attempt('record', async () => {
    const text = await api()?.csv();
    if (text !== undefined) download(`${scenario.value.name}.csv`, new Blob([text], { type: 'text/csv' }));
  });
}

export function saveJson(): Promise<void> {
  return attempt('result', async () => {
    const result = await api()?.json();
    if (result === undefined) return;
    download(
      `${scenario.value.name}.json`,
      new Blob([`${JSON.stringify(result, null, 2)}\n`], { type: 'application/json' }),
    );
  });
}
