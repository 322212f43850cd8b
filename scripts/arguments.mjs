// What follows `npm run x --`, read before anything begins: a word that can't be meant ends the program with a sentence and 2.
import { existsSync } from 'node:fs';

/** Each kind of word: what it is called, what it must be, how it is read (null: it isn't one), what it is where nothing is said. */
export function whole(name, { usual, from = 1 } = {}) {
  const read = (word) => (/^\d+$/.test(word) && Number(word) >= from && Number.isSafeInteger(+word) ? +word : null);
  return { name, rule: `a whole number, ${from} or more`, read, usual };
}
export function quantity(name, { usual } = {}) {
  const read = (word) => (/^\d+(\.\d+)?$/.test(word) && Number(word) > 0 ? Number(word) : null);
  return { name, rule: 'a number above 0', read, usual };
}
export function day(name, { usual } = {}) {
  const read = (word) => {
    const at = new Date(`${word}T00:00:00Z`);
    return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === word ? word : null;
  };
  return { name, rule: 'a day such as 2023-11-28', read, usual };
}
export function oneOf(name, words, rule = `one of ${words.join(', ')}`) {
  return { name, rule, read: (word) => (words.includes(word) ? word : null) };
}
export function place(name, rule, holds = existsSync) {
  return { name, rule, read: (word) => (word !== '' && holds(word) ? word : null) };
}
/** Must be there, where all before it are. */
export function needed(kind) {
  return { ...kind, needed: true };
}
/** As many as one likes, the last of all: they are read into a list. */
export function many(kind) {
  return { ...kind, many: true };
}

/** Gives a value for each kind, in their order. */
export function readArguments(command, kinds, given = process.argv.slice(2)) {
  const { values, fault } = understood(kinds, given);
  if (fault === null) return values;
  process.stderr.write(`npm run ${command}${usage(kinds)}: ${fault}\n`);
  process.exit(2);
}

/** `fault`: what is wrong with the first word that is, null where all are right. */
export function understood(kinds, given) {
  const values = [];
  for (const [index, kind] of kinds.entries()) {
    const words = kind.many ? given.slice(index) : given.slice(index, index + 1);
    if (words.length === 0 && kind.needed && given.length === index)
      return { values: [], fault: `${kind.name} is missing, expected ${kind.rule}.` };
    const read = words.map(kind.read);
    const wrong = read.indexOf(null);
    if (wrong >= 0) return { values: [], fault: `« ${words[wrong]} », expected ${kind.rule}.` };
    values.push(kind.many ? read : (read[0] ?? kind.usual));
  }
  const takesAll = kinds.at(-1)?.many ?? false;
  const beyond = takesAll ? [] : given.slice(kinds.length);
  return beyond.length > 0 ? { values: [], fault: `« ${beyond[0]} », one word too many.` } : { values, fault: null };
}

function usage(kinds) {
  const words = kinds.map(({ name, needed, many }) => {
    const shown = `${name}${many ? ' …' : ''}`;
    return needed ? shown : `[${shown}]`;
  });
  return words.length === 0 ? '' : ` -- ${words.join(' ')}`;
}
