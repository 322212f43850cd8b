import { render } from 'preact';
import { App } from './attendance/app.tsx';
import { isOver } from './attendance/exchange.ts';
import { openStore, type Store } from './attendance/store.ts';

/**
 * Improves `/centre`: marks at once, without a network too. What the page does without a script stays the same; where a browser can't keep
 * anything, nothing is improved.
 */
const root = document.querySelector<HTMLElement>('#pointage');

/** What isn't sent by then goes: long after the server stopped taking it. */
const KEPT_DAYS = 7;

if (root !== null) void start(root);

async function start(place: HTMLElement): Promise<void> {
  let store: Store;
  try {
    store = await openStore();
  } catch {
    return;
  }
  await store.drop(KEPT_DAYS);
  const signedIn = place.dataset.owner ?? '';
  const before = await store.kept();
  // Another person signed in, or the day is over: the list of before isn't theirs to see.
  if (before !== null && ((signedIn !== '' && before.day.owner !== signedIn) || isOver(before))) await store.erase();
  const kept = await store.kept();
  const owner = signedIn === '' ? (kept?.day.owner ?? '') : signedIn;
  const asked = new URLSearchParams(location.search).get('jour') ?? '';
  const day = place.dataset.day || asked || kept?.day.day || '';
  void keepPage();
  // What the server drew works without this script: it stays below until the same list is kept here. Its words that no list is open stay.
  const drawn = [...place.children];
  const served = place.dataset.day ?? '';
  const isShell = signedIn === '';
  const shown = document.createElement('div');
  place.prepend(shown);
  const giveWay = (): void => drawn.forEach((part) => void part.remove());
  if (isShell) giveWay();
  render(
    <App
      store={store}
      owner={owner}
      first={day}
      over={before !== null && kept === null && isShell}
      below={isShell ? 'nothing' : served === '' ? 'words' : { day: served, giveWay }}
    />,
    shown,
  );
}

/** The page itself, for when there is no network. */
async function keepPage(): Promise<void> {
  await navigator.serviceWorker?.register('/centre/travailleur.js', { scope: '/centre' }).catch(() => undefined);
}
