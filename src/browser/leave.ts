import { words } from '../attendance/device/words.ts';
import { words as markingWords } from '../marking/device/words.ts';
import { NAME } from './attendance/page.ts';
import type { OnlineWords } from './kept/bar.tsx';
import { openStore } from './kept/store.ts';
import { NAME as MARKING } from './marking/page.ts';
import { forgetChosen } from './upload/waiting.ts';

/** After a sign-out, wherever it was asked: what a page kept goes from this device, and what isn't sent is said. */
async function forget(name: string, say: OnlineWords): Promise<void> {
  // Where a browser doesn't say which it has, an empty one is made.
  const known = (await indexedDB.databases?.()) ?? null;
  if (known !== null && !known.some((one) => one.name === name)) return;
  const store = await openStore(name);
  await store.erase();
  const left = (await store.waiting()).filter(({ refused }) => refused === null).length;
  if (left === 0) return;
  const said = document.createElement('div');
  said.className = 'alert warn';
  said.role = 'status';
  said.textContent = say.left(left);
  document.querySelector('main')?.prepend(said);
}

for (const [name, say] of [
  [NAME, words.online],
  [MARKING, markingWords.online],
] as const)
  void forget(name, say).catch(() => undefined);

// Whose session ended by itself comes back to what they chose; who signed out leaves nothing.
if (!new URLSearchParams(location.search).has('suite')) forgetChosen();
