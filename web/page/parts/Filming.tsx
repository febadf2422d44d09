import { isFilming, stopFilm } from '../exports/film.ts';

/** While a film is made: that it is, and how to end it. */
export function Filming() {
  if (!isFilming.value) return null;
  return (
    <div class="notice filming" role="status">
      <div>
        <strong>Filming.</strong> The run plays to its end at the chosen speed; then the film is saved.
      </div>
      <button type="button" class="button small" onClick={stopFilm}>
        Stop and save
      </button>
    </div>
  );
}
