/** Aborts at Ctrl-C or a request to end, the reason being its name; a second one ends at once, as if nobody listened. */
export function interruption(): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const stop = (): void => {
    process.off('SIGINT', abort);
    process.off('SIGTERM', abort);
  };
  const abort = (name: NodeJS.Signals): void => {
    stop();
    controller.abort(name);
  };
  process.on('SIGINT', abort);
  process.on('SIGTERM', abort);
  return { signal: controller.signal, stop };
}
