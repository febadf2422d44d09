// Makes the installed page's icons anew from page/public/icon.svg: node web/icons.mjs.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../test/browser/browser.mjs';

const folder = fileURLToPath(new URL('page/public', import.meta.url));
const svg = (await readFile(join(folder, 'icon.svg'), 'utf8')).trim();

/** A maskable icon fills its square, and what matters stays inside the middle four fifths. */
const maskable = svg
  .replace(' rx="7"', '')
  .replace(/(<rect[^>]*>)(.*)(<\/svg>)/, '$1<g transform="translate(3.2 3.2) scale(0.8)">$2</g>$3');

const icons = [
  ['icon-192.png', 192, svg],
  ['icon-512.png', 512, svg],
  ['icon-maskable-512.png', 512, maskable],
  ['icon-180.png', 180, maskable],
];

const browser = await launchBrowser();
try {
  for (const [name, size, source] of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${source}`,
    );
    await page.screenshot({ path: join(folder, name), omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
console.log(`${icons.map(([name]) => name).join(', ')} in ${folder}`);
