// npm run events: draws docs/events.md from what the rooms define. Of each event its room, what it carries, who reads it and in which words,
// and who follows it. `--check` changes nothing and fails where the page says otherwise.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { flag, readArguments } from './arguments.mjs';
import { root, writeOrCheck } from './lib.mjs';

const DEFINITION = /^ *'([a-z]+\.\w+)': event(?=[<(])/gim;
const ALIAS = /^(?:export )?type (\w+) =([^;]+(?:;[^;]*?)*?);\n(?=\n|\/|type|export|declare|$)/gm;
const FOLLOWED = /\bsubscribe\(\s*(\[[^\]]*\]|'[^']+'|[A-Z_]+),\s*'(\w+)'/g;

/** On one line, without its comments, and without the `readonly` of each member. */
const flat = (type) =>
  type
    .replaceAll(/\/\*\*.*?\*\/|readonly /gs, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('; }', ' }')
    .trim();

/** What each event of a room's `events.ts` carries, by name, as its type is written, then the types that these name. */
export function carriedIn(source) {
  const carried = new Map();
  for (const { 1: name, 0: found, index } of source.matchAll(DEFINITION)) {
    const from = index + found.length;
    let [to, open] = [from, source[from] === '<' ? 1 : 0];
    while (open > 0) open += { '<': 1, '>': -1 }[source[++to]] ?? 0;
    carried.set(name, flat(source.slice(from + 1, to)).replace(/^\| /, ''));
  }
  const all = [...carried.values()].join(' ');
  const types = [...source.matchAll(ALIAS)].map(([, name, type]) => [name, flat(type)]);
  return { carried, types: types.filter(([name]) => new RegExp(`\\b${name}\\b`).test(all)) };
}

/** Who follows what in a source: names, with the phase. */
export function followedIn(source) {
  return [...source.matchAll(FOLLOWED)].flatMap(([, names, phase]) => {
    const listed = /^[A-Z]/.test(names) ? new RegExp(`const ${names} = (\\[[^\\]]*\\])`).exec(source)?.[1] : names;
    return [...(listed ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => [name, phase]);
  });
}

/** A sentence with the names of what it says: « Inscription modifiée, version 2 » where it carries a number, ‹motif› where it carries a text. */
function gistOf(sentence) {
  if (typeof sentence !== 'function') return sentence;
  const words = (text) => ({
    text,
    label: text,
    list: (key) => [text(key)],
    number: () => 2,
    isTrue: () => false,
    day: () => Temporal.PlainDate.from('2023-12-01'),
    word: (_, known) => Object.values(known)[0],
  });
  try {
    return sentence(words((key) => `‹${key}›`));
  } catch {
    // It reads an instant.
    return sentence(words(() => '2023-12-01T17:00:00+01:00'));
  }
}

/** The page. `rooms`: [room, what `carriedIn` gives]; `defined`: the events by name; `followers`: [name, room, phase]; `readers`: who reads, in words. */
export function drawn(rooms, defined, followers, readers) {
  const sections = rooms.map(([room, { carried, types }]) => {
    const groups = Map.groupBy([...carried.keys()], (name) => `${defined[name].kind} ${defined[name].reader}`);
    const parts = [...groups].map(([key, names]) => {
      const [kind, reader] = key.split(' ');
      const lines = names.map((name) => {
        const { office, candidate } = defined[name];
        const said = [
          ...(office === null ? [] : [`Bureau\u00a0: ${gistOf(office)}`]),
          ...(candidate === null
            ? []
            : [`Candidat\u00a0: ${gistOf(candidate) ?? 'rien, selon ce que porte celui-ci'}`]),
          ...followers.filter(([one]) => one === name).map(([, by, phase]) => `Followed by ${by} (${phase})`),
        ];
        const what = carried.get(name) === 'null' ? 'nothing' : `\`${carried.get(name)}\``;
        return [`- **\`${name}\`** carries ${what}`, ...said.map((one) => `  - ${one}`)].join('\n');
      });
      const found = reader === 'health' ? '' : ` In the journal: ${kind}.`;
      return `Read by ${readers[reader]}.${found}\n\n${lines.join('\n')}`;
    });
    const named = types.map(([name, type]) => `\`${name}\` is \`${type}\`.`).join(' ');
    return [`## ${room}`, ...parts, ...(named === '' ? [] : [named])].join('\n\n');
  });
  return `# Events

Drawn from what the rooms define (\`src/<room>/events.ts\`) by \`npm run events\`: not written by hand. Of each event: what the journal keeps of it, as
its type says; who reads it, and in which words (‹so› stands what it carries); and which rooms follow it, in which phase. Those that nobody
follows are acts that are only written to the journal.

${sections.join('\n\n')}
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  readArguments('events', [flag('--check')]);
  const { EVENTS } = await import('../src/events.ts');
  const { READERS } = await import('../src/platform/defineEvents.ts');
  const roomOf = (file) => file.split(path.sep)[1];
  const read = (file) => readFileSync(`${root}/${file}`, 'utf8');
  const sources = globSync('src/*/**/*.ts', { cwd: root }).filter(
    (file) => !/\.test\.|\/testing|^src.platform/.test(file),
  );
  const rooms = sources
    .filter((file) => /^src.\w+.events\.ts$/.test(file))
    .map((file) => [roomOf(file), carriedIn(read(file))])
    .filter(([, { carried }]) => carried.size > 0)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  const followers = sources.flatMap((file) =>
    followedIn(read(file)).map(([name, phase]) => [name, roomOf(file), phase]),
  );
  const missing = Object.keys(EVENTS).filter((name) => !rooms.some(([, { carried }]) => carried.has(name)));
  if (missing.length > 0) throw new Error(`Not found in any src/<room>/events.ts: ${missing.join(', ')}`);
  if (!writeOrCheck({ 'docs/events.md': drawn(rooms, EVENTS, followers, READERS) }, 'events')) process.exitCode = 1;
}
