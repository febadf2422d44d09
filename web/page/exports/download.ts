/** Hands the reader a file. The name is the scenario's own: validation has left only characters fit for file names. */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name.replace(/[/:|?]/g, '-');
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
