/**
 * Milliseconds on the clock that contestants are timed by: processor time of this process where there is such a clock, so that
 * other programs on the machine do not count; in a browser, wall time.
 */
export const milliseconds = globalThis.process?.cpuUsage
  ? () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    }
  : () => performance.now();
