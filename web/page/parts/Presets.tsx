import { CompareMenu } from '../compare/CompareMenu.tsx';
import { nameText } from '../format/words.ts';
import { isComparing, letterOf } from '../state/beside.ts';
import { lesson, toggleLessons } from '../state/lesson.ts';
import { chosen, isChanged, scenario } from '../state/scenario.ts';
import { Icon } from './Icon.tsx';
import { PresetMenu } from './PresetMenu.tsx';
import { Typeset } from './Typeset.tsx';

/** Keeps the two sides of an equation on one line. */
const unbroken = (text: string): string => text.replace(/ ([=<>≈≤≥]) /g, '\u00a0$1\u00a0');

/** Where scenarios come from, and what to look for in the one that runs. */
export function Presets() {
  const { title, lookFor, name } = scenario.value;
  return (
    <section class="presets" aria-label="Scenario">
      <div class="preset-bar">
        <PresetMenu />
        <CompareMenu />
        <button
          type="button"
          class="button"
          id="learn"
          aria-pressed={lesson.value !== null}
          onClick={toggleLessons}
        >
          <Icon name="learn" />
          Learn
        </button>
      </div>
      <div class="look-for">
        <h2>
          {isComparing.value && <b class="letter">{letterOf(chosen.value)}</b>}
          {title || nameText(name)}
          {isChanged.value && <span class="badge">changed</span>}
        </h2>
        {lookFor && !lesson.value && (
          <p>
            <Typeset text={unbroken(lookFor)} />
          </p>
        )}
      </div>
    </section>
  );
}
