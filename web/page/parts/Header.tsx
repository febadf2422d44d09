import { useRef } from 'preact/hooks';
import { isFilming, saveFilm, whyNoFilm } from '../exports/film.ts';
import { saveCsv, saveJson, savePng, saveSvg } from '../exports/save.ts';
import { isComparing, letterOf } from '../state/beside.ts';
import { openFile } from '../state/files.ts';
import { isHelpOpen } from '../state/help.ts';
import { copied, copyEmbed, copyLink, copyMoment } from '../state/link.ts';
import { chosen } from '../state/scenario.ts';
import { theme, toggleAppearance } from '../state/theme.ts';
import { Icon } from './Icon.tsx';
import { Menu } from './Menu.tsx';

function CopyLink() {
  const words = { copied: 'Link copied', failed: 'Copy it from the address bar' };
  return (
    <button
      type="button"
      class={copied.value ? 'button quiet told' : 'button quiet'}
      onClick={copyLink}
      id="copy-link"
    >
      <Icon name="link" />
      <span class="words" aria-live="polite">
        {copied.value ? words[copied.value] : 'Copy link'}
      </span>
    </button>
  );
}

function OpenFile() {
  const input = useRef<HTMLInputElement>(null);
  const chosen = (event: { currentTarget: HTMLInputElement }) => {
    const file = event.currentTarget.files?.[0];
    event.currentTarget.value = '';
    if (file) void openFile(file);
  };
  return (
    <>
      <button type="button" class="button quiet" onClick={() => input.current!.click()}>
        <Icon name="open" />
        <span class="words">Open</span>
      </button>
      <input
        ref={input}
        id="open-file"
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="Scenario file"
        onChange={chosen}
      />
    </>
  );
}

function FilmItem() {
  const why = whyNoFilm();
  return (
    <button type="button" onClick={saveFilm} disabled={why !== null || isFilming.value}>
      <span>
        Film of the run
        {why !== null && <span class="why"> {why}</span>}
      </span>
      <span class="unit">WebM</span>
    </button>
  );
}

/** Name, one sentence, and what concerns the page as a whole. */
export function Header() {
  return (
    <header class="header">
      <div class="brand">
        <img src="icon.svg" alt="" width="32" height="32" />
        <div>
          <h1>Turnpike</h1>
          <p>Labs that train and serve compete beside the closed-form optimum.</p>
        </div>
      </div>
      <div class="actions">
        <CopyLink />
        <Menu label="Share" icon="share">
          <button type="button" onClick={copyMoment}>
            Link to this moment <span class="unit">?t=</span>
          </button>
          <button type="button" onClick={copyEmbed}>
            Code to embed this <span class="unit">iframe</span>
          </button>
        </Menu>
        <Menu label="Save" icon="save">
          <button type="button" onClick={savePng}>
            Picture with axes <span class="unit">PNG</span>
          </button>
          <button type="button" onClick={saveSvg}>
            Drawing with axes <span class="unit">SVG</span>
          </button>
          <FilmItem />
          <button type="button" onClick={saveCsv}>
            Record of every tick{isComparing.value && ` of ${letterOf(chosen.value)}`}{' '}
            <span class="unit">CSV</span>
          </button>
          <button type="button" onClick={saveJson}>
            {isComparing.value ? 'Both and their results' : 'Scenario and result'}{' '}
            <span class="unit">JSON</span>
          </button>
        </Menu>
        <OpenFile />
        <button
          type="button"
          class="button quiet"
          onClick={toggleAppearance}
          aria-label={theme.value.dark ? 'Light colours' : 'Dark colours'}
        >
          <Icon name="theme" />
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            isHelpOpen.value = true;
          }}
          aria-label="Keyboard"
        >
          <Icon name="help" />
        </button>
      </div>
    </header>
  );
}
