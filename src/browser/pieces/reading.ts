import { showAgain } from './row.ts';

/** Asks less and less often whether files that were received are read: many may wait at once. */
const [FIRST_MS, LONGEST_PAUSE_MS, GROWS] = [3_000, 30_000, 1.5];

/** Shows the page again once one of them is, without a word lost of what one is at. */
export function followReading(improve: () => void, pauseMs = FIRST_MS): void {
  setTimeout(async () => {
    const shown = document.querySelector<HTMLElement>('[data-reading]');
    const seen = shown !== null && document.visibilityState !== 'hidden';
    const answer = seen
      ? await fetch(shown.dataset.reading ?? '', { headers: { accept: 'application/json' }, redirect: 'manual' }).catch(
          () => null,
        )
      : null;
    const said = answer?.status === 200 ? ((await answer.json()) as { readonly state: string }) : null;
    const changed = said !== null && shown !== null && said.state !== shown.dataset.state;
    if (changed) await showAgain(improve).catch(() => undefined);
    // What comes anew is looked at as soon as the first.
    followReading(improve, shown === null || changed ? FIRST_MS : Math.min(pauseMs * GROWS, LONGEST_PAUSE_MS));
  }, pauseMs);
}
