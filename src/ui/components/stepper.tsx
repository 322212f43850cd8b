import type { JSX } from 'preact';
import { texts } from '../texts.ts';

/** « Étape 4 sur 6 · Acquis », where one is, not a way to go. `position` begins at 1. */
export function Stepper({
  titles,
  position,
}: {
  readonly titles: readonly string[];
  readonly position: number;
}): JSX.Element {
  const next = titles[position];
  return (
    <div class="stepper">
      <p>
        <span class="muted">{texts.components.stepPosition(position, titles.length)} · </span>
        <strong>{titles[position - 1]}</strong>
      </p>
      <div class="segments" aria-hidden="true">
        {titles.map((title, index) => (
          <span key={title} class={index < position ? 'past' : undefined} />
        ))}
      </div>
      {next !== undefined && <p class="muted next">{texts.components.nextStep(next)}</p>}
    </div>
  );
}
