import { type JSX, render } from 'preact';
import { isOver } from './exchange.ts';
import { type KeptList, openStore, type Store, type Waiting } from './store.ts';
import type { KeptProps } from './useKept.tsx';

/** What isn't sent by then goes: long after the server stopped taking it. */
const KEPT_DAYS = 7;

export type Started<List extends KeptList, One extends Waiting> = Pick<
  KeptProps<List, One>,
  'day' | 'over' | 'below'
> & {
  readonly store: Store<List, One>;
  readonly owner: string;
};

/**
 * Improves a page that a device keeps: at once, without a network too. What the page does without a script stays the same; where a browser can't keep
 * anything, nothing is improved. `home`: its address, and what its worker may take.
 */
export async function startKept<List extends KeptList, One extends Waiting>(
  place: HTMLElement,
  {
    name,
    home,
    draw,
  }: { readonly name: string; readonly home: string; readonly draw: (started: Started<List, One>) => JSX.Element },
): Promise<void> {
  let store: Store<List, One>;
  try {
    store = await openStore(name);
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
  const keptDay = kept !== null && 'day' in kept.day ? String(kept.day.day) : '';
  const day = place.dataset.day || asked || keptDay;
  void keepPage(home);
  // What the server drew works without this script: it stays below until the same list is kept here. Its words that no list is open stay.
  const drawn = [...place.children];
  const served = place.dataset.day ?? '';
  const isShell = signedIn === '';
  const shown = document.createElement('div');
  place.prepend(shown);
  const giveWay = (): void => drawn.forEach((part) => void part.remove());
  if (isShell) giveWay();
  const over = before !== null && kept === null && isShell;
  const below = isShell ? 'nothing' : served === '' ? 'words' : { day: served, giveWay };
  render(draw({ store, owner, day, over, below }), shown);
}

/** The page itself, for when there is no network. */
async function keepPage(home: string): Promise<void> {
  await navigator.serviceWorker?.register(`${home}/travailleur.js`, { scope: home }).catch(() => undefined);
}
