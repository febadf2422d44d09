// Work per frame on the page's thread and in the worker while labs run, from Chromium's own trace, and how soon a slider answers.
import { crowd, median, openPage, openScenario, quantile, rounded } from './open.mjs';

const FRAME = 1e6 / 60;
const SECONDS = 6;

/** The developer tools' own tasks, which hold a worker's animation frames too: of the threads with this name: start, wall time and CPU time in microseconds. */
function tasksOf(traceEvents, threadName) {
  const thread = ({ pid, tid }) => `${pid} ${tid}`;
  const wanted = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name.startsWith(threadName))
      .map(thread),
  );
  return traceEvents.filter(
    (event) => event.ph === 'X' && event.name === 'RunTask' && wanted.has(thread(event)),
  );
}

/** Milliseconds of work in each sixtieth of a second that had any; a task counts where it starts. */
function frames(tasks, read) {
  const work = new Map();
  for (const task of tasks) {
    const frame = Math.floor(task.ts / FRAME);
    work.set(frame, (work.get(frame) ?? 0) + read(task) / 1000);
  }
  return [...work.values()];
}

const wall = ({ dur }) => dur;
const cpu = ({ tdur }) => tdur ?? 0;

async function traced(site, labs, speed) {
  const { page, close } = await openPage(site);
  await openScenario(page, crowd(labs, 10_000));
  await page.selectOption('.speed select', speed);
  await page.click('#play');
  await page.waitForTimeout(1000);
  await site.browser.startTracing(page, {
    categories: ['__metadata', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  await page.waitForTimeout(SECONDS * 1000);
  const { traceEvents } = JSON.parse(String(await site.browser.stopTracing()));
  const renderer = await page.evaluate(() => window.turnpike.summary.renderer);
  await close();
  return {
    page: tasksOf(traceEvents, 'CrRendererMain'),
    worker: tasksOf(traceEvents, 'DedicatedWorker'),
    renderer,
  };
}

function rows(labs, { page, worker, renderer }, bars) {
  const row = (where, tasks, most) => {
    if (tasks.length === 0) throw new Error(`no task of the ${where} in the trace`);
    const p95 = quantile(frames(tasks, wall), 0.95);
    return {
      what: `${labs.toLocaleString('en')} labs: work per frame, ${where}, p95`,
      most,
      value: rounded(p95),
      unit: 'ms',
      note: `CPU ${rounded(quantile(frames(tasks, cpu), 0.95))} ms; ${frames(tasks, wall).length} frames, ${renderer}`,
    };
  };
  const longest = (read) => Math.max(...page.map(read)) / 1000;
  return [
    row('page', page, bars.page),
    row('worker', worker, bars.worker),
    {
      what: `${labs.toLocaleString('en')} labs: longest task, page`,
      most: 50,
      value: rounded(longest(wall)),
      unit: 'ms',
      note: `CPU ${rounded(longest(cpu))} ms; worker ${rounded(Math.max(...worker.map(wall)) / 1000)} ms`,
    },
  ];
}

/** Milliseconds from a slider's input until the page has the new run's numbers, and until its next frame. */
async function sliderTimes(site, labs) {
  const { page, close } = await openPage(site);
  await openScenario(page, crowd(labs, 10_000));
  await page.click('#play');
  const times = [];
  for (let i = 0; i < 15; i++) {
    await page.waitForFunction(() => window.turnpike.summary.position > 3);
    times.push(
      await page.evaluate(
        async (up) => {
          const slider = document.querySelector('.controls input[type=range]:not(:disabled)');
          const { position } = window.turnpike.summary;
          const start = performance.now();
          slider.value = String(Number(slider.value) + (up ? 5 : -5));
          slider.dispatchEvent(new Event('input', { bubbles: true }));
          while (window.turnpike.summary.position >= position)
            await new Promise((resolve) => setTimeout(resolve));
          const answered = performance.now() - start;
          return new Promise((resolve) =>
            requestAnimationFrame(() => resolve({ answered, shown: performance.now() - start })),
          );
        },
        i % 2 === 0,
      ),
    );
  }
  await close();
  return times;
}

export async function measureFrames(site) {
  const some = await traced(site, 10_000, '50');
  const many = await traced(site, 100_000, '50');
  const slider = await sliderTimes(site, 10_000);
  const answered = slider.map((one) => one.answered);
  const shown = slider.map((one) => one.shown);
  return [
    ...rows(10_000, some, { page: 8, worker: 12 }),
    ...rows(100_000, many, { page: 8, worker: 24 }),
    {
      what: '10,000 labs running: a slider to the new run’s numbers on the page',
      most: 60,
      value: rounded(median(answered)),
      unit: 'ms',
      note: `median of ${slider.length}; worst ${rounded(Math.max(...answered))} ms`,
    },
    {
      what: 'the same to the next frame of the page',
      most: null,
      value: rounded(median(shown)),
      unit: 'ms',
      note: 'without a graphics card the processor paints it',
    },
  ];
}
