import { offerKeys } from './keyboard/keyboard.ts';

/** The candidates of a jury by the keyboard: each key presses a link or a button of the page, and all can be switched off. */
const one = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector);

const keys = (): readonly (readonly [string, HTMLElement | null])[] => [
  ['J', one('a[rel="next"]')],
  ['K', one('a[rel="prev"]')],
  ['E', one('button[name="acte"][value="voir"]')],
  ['R', one('button[name="acte"][value="retenir"]')],
];

offerKeys(keys, (key) => {
  const found = keys().find(([name]) => name === key.toUpperCase())?.[1] ?? null;
  found?.click();
  return found !== null;
});
