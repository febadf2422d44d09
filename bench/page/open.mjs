/** A page of its own, in a fresh profile, with its first run loaded. */
export async function openPage({ browser, url }, query = '?autoplay=0') {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(url + query);
  await page.waitForFunction(() => window.turnpike !== undefined);
  await page.evaluate(() => window.turnpike.ready);
  return { page, close: () => context.close() };
}

/** Opens a scenario as a file is opened, and waits until it is loaded. */
export async function openScenario(page, scenario) {
  const buffer = Buffer.from(JSON.stringify(scenario));
  await page.setInputFiles('#open-file', { name: 'bench.json', mimeType: 'application/json', buffer });
  await page.waitForFunction((name) => window.turnpike.scenario.name === name, scenario.name);
  await page.evaluate(() => window.turnpike.ready);
  await page.waitForFunction(
    ([name]) => window.turnpike.scenario.name === name && window.turnpike.summary?.position === 0,
    [scenario.name],
  );
}

/** Labs under several rules, with luck, that run for many ticks without blowing up. */
export const crowd = (labs, ticks) => ({
  name: `crowd-${labs}`,
  clock: { h: 1 / ticks, until: 1 },
  groups: ['turnpike', 'parity', 'randomWalk', 'fixed'].map((type) => ({
    name: type,
    count: labs / 4,
    rule: { type },
    K0: { distribution: 'lognormal' },
    T0: { distribution: 'lognormal' },
  })),
});

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
export const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))];
export const rounded = (value) => Number(value.toPrecision(3));
