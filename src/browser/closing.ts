import { type Keys, offerKeys } from './keyboard/keyboard.ts';

/**
 * Improves going from one incomplete file to the next: two keys, one that says that it was read and one that proposes. Nobody says so of
 * motives that weren't on their screen: the key first brings them there.
 */
const one = <Kind extends HTMLElement>(selector: string): Kind | null => document.querySelector<Kind>(selector);
const sure = one<HTMLInputElement>('input[name="certain"]');
const words = one<HTMLTextAreaElement>('textarea[name="motifs"]');

let wereSeen = false;
const eyes = new IntersectionObserver(
  ([entry]) => {
    wereSeen ||= entry?.isIntersecting === true;
  },
  {
    // Of long motives, what a window shows of them.
    threshold: 0.5,
  },
);
if (words !== null) eyes.observe(words);

const keys: Keys = () => [
  ['L', sure?.labels?.[0] ?? null],
  ['P', one('button[name="suite"]')],
  ['E', words],
];

offerKeys(keys, (key) => {
  const found = keys().find(([name]) => name === key.toUpperCase())?.[1] ?? null;
  if (found === null) return false;
  if (found === words) words?.focus();
  else if (key.toUpperCase() === 'L' && !wereSeen) words?.scrollIntoView({ block: 'center' });
  else found.click();
  return true;
});
