/** Shows the page of a square code again as soon as something came by it, as long as the code lives. */
const EVERY_MS = 3_000;
const LONGEST_MS = 11 * 60_000;

const shown = document.querySelector<HTMLElement>('[data-ask]');
const ask = shown?.dataset.ask;
if (shown !== null && ask !== undefined) {
  const until = performance.now() + LONGEST_MS;
  const timer = setInterval(async () => {
    if (performance.now() > until) clearInterval(timer);
    if (document.visibilityState === 'hidden') return;
    const answer = await fetch(ask, { headers: { accept: 'application/json' }, redirect: 'manual' }).catch(() => null);
    if (answer === null || answer.status !== 200) return;
    const { state } = (await answer.json()) as { readonly state: string | null };
    if (state === shown.dataset.state) return;
    clearInterval(timer);
    location.reload();
  }, EVERY_MS);
}
