/**
 * What a report does when pointed at: it shows the run that a mark stands for, with its command to copy. Everything else,
 * the links too, works without it.
 */
export const script = `
const bar = document.getElementById('replay');
const [words, command, button] = ['p', 'code', 'button'].map((name) => bar.querySelector(name));
let chosen = null;
function show(link) {
  chosen?.classList.remove('chosen');
  chosen = link.firstElementChild;
  chosen?.classList.add('chosen');
  words.textContent = link.querySelector('title')?.textContent ?? 'Run ' + link.dataset.run;
  // A link in a picture has its address as an SVG string.
  const { hash } = new URL(link.href.baseVal ?? link.href, document.baseURI);
  command.textContent = "npx turnpike run '" + hash + "'";
  command.title = command.textContent;
  for (const part of [command, button]) part.hidden = false;
  button.textContent = 'Copy command';
}
for (const type of ['pointerover', 'focusin'])
  document.addEventListener(type, ({ target }) => {
    const link = target.closest?.('a[data-run]');
    if (link) show(link);
  });
button.addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(command.textContent);
    button.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(command);
    button.textContent = 'Selected: copy it';
  }
});
`;
