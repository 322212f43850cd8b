import { type Keys, offerKeys } from './keyboard/keyboard.ts';

/** Improves going from one incomplete file to the next: two keys, one that says that it was read and one that proposes. */
const one = <Kind extends HTMLElement>(selector: string): Kind | null => document.querySelector<Kind>(selector);
const sure = one<HTMLInputElement>('input[name="certain"]');
const words = one<HTMLTextAreaElement>('textarea[name="motifs"]');

const keys: Keys = () => [
  ['L', sure?.labels?.[0] ?? null],
  ['P', one('button[name="suite"]')],
  ['E', words],
];

offerKeys(keys, (key) => {
  const found = keys().find(([name]) => name === key.toUpperCase())?.[1] ?? null;
  if (found === null) return false;
  if (found === words) words?.focus();
  else found.click();
  return true;
});
