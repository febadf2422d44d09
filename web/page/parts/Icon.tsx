/** Icons as paths on a 20 × 20 grid; they only ever accompany words or a label. */
const paths = {
  play: 'M6 4l10 6-10 6z',
  pause: 'M6 4h3v12H6zM11 4h3v12h-3z',
  step: 'M5 4l7 6-7 6zM13 4h2.5v12H13z',
  back: 'M15 4l-7 6 7 6zM7 4H4.5v12H7z',
  fork: 'M6 16V4M6 10c0-3 8-1 8-6M12 6l2-2 2 2M4 6l2-2 2 2',
  remove: 'M5 5l10 10M15 5L5 15',
  reset: 'M10 4a6 6 0 1 1-5.7 4.1l1.7.6A4.2 4.2 0 1 0 10 5.8V8.4L5.6 4.9 10 1.4z',
  dice: 'M4 4h12v12H4zM7 7.2a.9.9 0 1 0 .01 0zM13 7.2a.9.9 0 1 0 .01 0zM10 10.2a.9.9 0 1 0 .01 0zM7 13.2a.9.9 0 1 0 .01 0zM13 13.2a.9.9 0 1 0 .01 0z',
  link: 'M8.6 11.4a2.6 2.6 0 0 0 3.7 0l3-3a2.6 2.6 0 0 0-3.7-3.7l-1 1M11.4 8.6a2.6 2.6 0 0 0-3.7 0l-3 3a2.6 2.6 0 0 0 3.7 3.7l1-1',
  share: 'M10 12V3M6.5 6.5L10 3l3.5 3.5M6 9H4v8h12V9h-2',
  save: 'M10 3v9M6.5 9L10 12.5 13.5 9M4 16h12',
  open: 'M10 13V4M6.5 7.5L10 4l3.5 3.5M4 16h12',
  theme: 'M10 3a7 7 0 1 0 0 14z',
  help: 'M7.4 7.6a2.6 2.6 0 1 1 3.6 2.4c-.7.3-1 .8-1 1.6v.3M10 14.6v.2',
  undo: 'M7.5 5L4 8.5 7.5 12M4.4 8.5H12a4 4 0 0 1 0 8H9',
  enlarge: 'M11.5 4H16v4.5M8.5 16H4v-4.5M16 4l-5 5M4 16l5-5',
  shrink: 'M16 8.5h-4.5V4M4 11.5h4.5V16M11.5 8.5L16 4M8.5 11.5L4 16',
  redo: 'M12.5 5L16 8.5 12.5 12M15.6 8.5H8a4 4 0 0 0 0 8h3',
  add: 'M10 4v12M4 10h12',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  up: 'M10 16V4M5 9l5-5 5 5',
  down: 'M10 4v12M5 11l5 5 5-5',
  compare: 'M3 4h6v12H3zM11 4h6v12h-6z',
  swap: 'M4 7h11M12 4l3 3-3 3M16 13H5M8 10l-3 3 3 3',
  learn: 'M10 5C8 3.5 5.5 3.5 3 4v11.5c2.5-.5 5-.5 7 1 2-1.5 4.5-1.5 7-1V4c-2.5-.5-5-.5-7 1zM10 5v11.5',
  inspect: 'M8.5 3.5a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM12.2 12.2L17 17',
  sweep: 'M4 4h12v12H4zM4 8h12M4 12h12M8 4v12M12 4v12',
  check: 'M4 10.5l4 4 8-9',
  chevron: 'M6 8l4 4 4-4',
} as const;

export type IconName = keyof typeof paths;

const filled: readonly IconName[] = ['play', 'pause', 'step', 'back', 'reset', 'theme'];

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={filled.includes(name) ? 'icon filled' : 'icon'} viewBox="0 0 20 20" aria-hidden="true">
      {name === 'theme' && <circle cx="10" cy="10" r="7" class="outline" />}
      <path d={paths[name]} />
    </svg>
  );
}
