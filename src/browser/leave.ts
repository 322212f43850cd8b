import { words } from '../attendance/device/words.ts';
import { openStore, STORE } from './attendance/store.ts';

/** After a sign-out, wherever it was asked: the list of a centre goes from this device, and what isn't sent is said. */
async function forget(): Promise<void> {
  // Where a browser doesn't say which it has, an empty one is made.
  const known = (await indexedDB.databases?.()) ?? null;
  if (known !== null && !known.some(({ name }) => name === STORE)) return;
  const store = await openStore();
  await store.erase();
  const left = (await store.waiting()).filter(({ refused }) => refused === null).length;
  if (left === 0) return;
  const said = document.createElement('div');
  said.className = 'alert warn';
  said.role = 'status';
  said.textContent = words.online.left(left);
  document.querySelector('main')?.prepend(said);
}

void forget().catch(() => undefined);
