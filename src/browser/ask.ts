/**
 * Shows a page again as soon as what it waits for has come: a file by its square code, the reading of one that was received. Where many may
 * wait at once (`data-patient`), it asks less and less often.
 */
const [FIRST_MS, LONGEST_PAUSE_MS, GROWS] = [3_000, 30_000, 1.5];
const LONGEST_MS = 11 * 60_000;

const shown = document.querySelector<HTMLElement>('[data-ask]');
const ask = shown?.dataset.ask;
if (shown !== null && ask !== undefined) {
  const until = performance.now() + LONGEST_MS;
  const patient = shown.dataset.patient !== undefined;
  const again = (pauseMs: number): void => {
    const next = patient ? Math.min(pauseMs * GROWS, LONGEST_PAUSE_MS) : pauseMs;
    setTimeout(async () => {
      if (performance.now() > until) return;
      const seen = document.visibilityState !== 'hidden';
      const answer = seen
        ? await fetch(ask, { headers: { accept: 'application/json' }, redirect: 'manual' }).catch(() => null)
        : null;
      const said = answer?.status === 200 ? ((await answer.json()) as { readonly state: string | null }) : null;
      if (said === null || said.state === shown.dataset.state) again(next);
      else location.reload();
    }, pauseMs);
  };
  again(FIRST_MS);
}
