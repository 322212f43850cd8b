// What follows `npm run x --`, read before anything begins: a word that can't be meant ends the program with a sentence and 2; `--help` says
// what the head of its script says, with the words that it may be told.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

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
export function flag(name) {
  return oneOf(name, [name], `${name} or nothing`);
}
/** One of several things that a command does, by name, each with kinds of its own: they follow it. */
export function way(name, kindsOf) {
  return { ...oneOf(name, Object.keys(kindsOf)), kindsOf };
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

/** Gives a value for each kind, in their order; where the first is a way, its own follow. */
export function readArguments(command, kinds, given = process.argv.slice(2)) {
  const ways = kinds[0]?.kindsOf ?? {};
  const own = ways[given[0]] ?? [];
  if (given.some((word) => ['--help', '-h'].includes(word))) {
    process.stdout.write(`${helpOf(command, kinds, ways)}\n`);
    process.exit(0);
  }
  const { values, fault } = understood([...kinds, ...own], given);
  if (fault === null) return values;
  const named =
    own.length > 0 ? `${called(command)} -- ${given[0]}${usage(own)}` : `${called(command)}${usage(kinds, ' --')}`;
  process.stderr.write(`${named}: ${fault}\n`);
  process.exit(2);
}

/** As it is typed: npm knows two of them without `run`. */
export const called = (command) => (['start', 'test'].includes(command) ? `npm ${command}` : `npm run ${command}`);

/**
 * What the head of a command's script says: lines that begin by its name, « // npm run load: … », and for a way of it « // npm run
 * load -- papers: … ». Gives [way or '', text] of each; a text goes on over lines of comment.
 */
export function saidBy(command, folder = import.meta.dirname) {
  const lines = readFileSync(path.join(folder, `${command}.mjs`), 'utf8').split('\n');
  const head = lines
    .slice(
      0,
      lines.findIndex((line) => !line.startsWith('// ')),
    )
    .map((line) => line.slice(3));
  const said = [];
  for (const line of head) {
    const [, name, text] = new RegExp(`^${called(command)}(?: -- (\\w+)| \\S*-- [^:]*)?: (.+)$`).exec(line) ?? [];
    if (text !== undefined) said.push([name ?? '', text]);
    else if (said.length > 0) said[said.length - 1][1] += ` ${line}`;
  }
  return said;
}

function helpOf(command, kinds, ways) {
  const said = saidBy(command).map(([name, text]) => {
    const words = name === '' ? usage(kinds, ' --') : ` -- ${name}${usage(ways[name] ?? [])}`;
    return `${called(command)}${words}\n  ${text}`;
  });
  const rules = new Map();
  for (const { name, rule, kindsOf } of [...kinds, ...Object.values(ways).flat()])
    if (kindsOf === undefined) rules.set(rule, new Set([...(rules.get(rule) ?? []), name]));
  return [...said, ...[...rules].map(([rule, names]) => `  ${[...names].join(', ')}: ${rule}`)].join('\n');
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

function usage(kinds, before = '') {
  const words = kinds.map(({ name, needed, many }) => {
    const shown = `${name}${many ? ' …' : ''}`;
    return needed ? shown : `[${shown}]`;
  });
  // What is needed after a word that isn't, is needed with it: « [--folder where] ».
  return words.length === 0 ? '' : `${before} ${words.join(' ').replace(/\] ([^[\]]+)$/, ' $1]')}`;
}
