import { offerKeys } from './keyboard/keyboard.ts';

/** The candidates of a jury by the keyboard: each key presses a link or a button of the page, and all can be switched off. */
const one = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector);

const keys = (): readonly (readonly [string, HTMLElement | null])[] => [
  ['J', one('a[rel="next"]')],
  ['K', one('a[rel="prev"]')],
  ['V', one('button[name="acte"][value="vu"]')],
  ['E', one('button[name="acte"][value="voir"]')],
  ['R', one('button[name="acte"][value="retenir"]')],
  ...[...document.querySelectorAll<HTMLElement>('a.least')]
    .slice(0, 9)
    .map((link, index): readonly [string, HTMLElement] => [String(index + 1), link]),
];
/** Fields to write in, whose key stands in the help. */
const fields: Readonly<Record<string, string>> = { P: 'select[name="unite"]', M: '#effet input[name="motif"]' };

offerKeys(keys, (pressed) => {
  const key = pressed.toUpperCase();
  const field = one(fields[key] ?? 'input[name="-"]');
  field?.focus();
  const found = keys().find(([name]) => name === key)?.[1] ?? null;
  found?.click();
  return field !== null || found !== null;
});
