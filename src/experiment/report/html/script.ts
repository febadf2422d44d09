/**
 * What a report does when pointed at: it shows the run that a mark stands for with its command to copy, and opens it on a
 * click. Tables, pictures and the links in tables work without it.
 */
export const script = `
const { page, codes } = JSON.parse(document.getElementById('runs').textContent);
const bar = document.getElementById('replay');
const [words, command, copy, open] = ['p', 'code', 'button', 'a'].map((name) => bar.querySelector(name));
let chosen = null;
let isHeld = false;

function show(mark) {
  const code = codes[mark.dataset.run];
  chosen?.classList.remove('chosen');
  chosen = mark;
  mark.classList.add('chosen');
  words.textContent = mark.querySelector('title')?.textContent ?? 'Run ' + mark.dataset.run;
  command.textContent = "npx turnpike run '#" + code + "'";
  open.href = page + '#' + code;
  copy.textContent = 'Copy command';
  for (const part of [command, copy, open]) part.hidden = false;
}

const markOf = ({ target }) => target.closest?.('[data-run]');
for (const type of ['pointerover', 'focusin'])
  document.addEventListener(type, (event) => {
    const mark = markOf(event);
    if (mark && !isHeld) show(mark);
  });
// A click holds on to a mark, so that the pointer may travel to the buttons; another click lets go.
document.addEventListener('click', (event) => {
  if (bar.contains(event.target)) return;
  const mark = markOf(event);
  isHeld = mark !== null && mark !== undefined && !(isHeld && mark === chosen);
  if (mark) show(mark);
});
copy.addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(command.textContent);
    copy.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(command);
    copy.textContent = 'Selected: copy it';
  }
});
`;
