// npm run rooms: draws the README's map of the rooms and its year, docs/tour.md's drawings and CONTRIBUTING.md's list of commands. Of the rooms from
// what each says of itself in its own README.md, in the order in which they may use each other (.dependency-cruiser.mjs); of the commands
// from the heads of their scripts. `--check` changes nothing and fails where one is stale.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { DOORS, PARTS } from '../.dependency-cruiser.mjs';
import { called, flag, readArguments } from './arguments.mjs';
import { everyCommand } from './help.mjs';
import { root, withDrawn, writeOrCheck } from './lib.mjs';
import { floorsOf, readSources, requestOf, usesOf, yearOf } from './tour.mjs';
import { imagesOf, readYear } from './year.mjs';

/** What stands above the order or beside it: shown in demonstration mode, sent to browsers, used by tests. */
const ALL = { ...PARTS, Doors: DOORS, Beside: ['demonstration', 'browser', 'testing'] };

/**
 * A table for each part of the house, a line a room: its folder, and the first sentence of its README. `parts`: the rooms by the title of
 * their part. `saysOf`: the text of a room's README; null: it has none.
 */
export function mapOf(parts, saysOf) {
  return Object.entries(parts).map(([title, rooms]) => {
    const lines = rooms.map((room) => {
      const [, sentence] = /^# \S+\n\n(.+)\.\n/.exec(saysOf(room) ?? '') ?? [];
      if (sentence === undefined)
        throw new Error(`src/${room}/README.md doesn't say what the room is, in one sentence`);
      return `- [${room}](src/${room}/README.md): ${sentence[0].toLowerCase()}${sentence.slice(1)}`;
    });
    return [`**${title}**`, '', ...lines].join('\n');
  });
}

/** What READMEs of rooms tell to read first and isn't there. `isThere`: of a file of `src/`. */
export function unreadable(rooms, saysOf, isThere) {
  return rooms.flatMap((room) => {
    const [first = ''] = /^Read first.*$/m.exec(saysOf(room) ?? '') ?? [];
    return [...first.matchAll(/`([^`]+)`/g)].flatMap(([, file]) =>
      isThere(`${room}/${file}`) ? [] : [`src/${room}/README.md tells to read ${file} first, which doesn't exist`],
    );
  });
}

export function faultsOf(order, folders) {
  return [
    ...folders
      .filter((one) => !order.includes(one))
      .map((one) => `src/${one} is in no order (.dependency-cruiser.mjs)`),
    ...order.filter((one) => !folders.includes(one)).map((one) => `src/${one} doesn't exist`),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  readArguments('rooms', [flag('--check')]);
  const order = Object.values(ALL).flat();
  const folders = readdirSync(`${root}/src`, { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? [one.name] : [],
  );
  const saysOf = (room) => {
    const file = `${root}/src/${room}/README.md`;
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  };
  const map = mapOf(ALL, saysOf);
  const missing = unreadable(order, saysOf, (file) => existsSync(`${root}/src/${file}`));
  const sources = readSources();
  const request = requestOf(sources);
  const mermaid = (drawing) => `\`\`\`mermaid\n${drawing}\n\`\`\``;
  const { images, shown } = imagesOf(readYear());
  const pages = {
    'README.md': { rooms: map.join('\n\n'), year: shown },
    'CONTRIBUTING.md': {
      commands: everyCommand()
        .map(({ name, line }) => `- \`${called(name)}\`: ${line.replaceAll('<', '\\<')}`)
        .join('\n'),
    },
    'docs/tour.md': {
      floors: mermaid(floorsOf(usesOf([...Object.values(PARTS).flat(), ...DOORS], sources))),
      year: mermaid(yearOf({ ...PARTS, Doors: DOORS }, readFileSync(`${root}/docs/events.md`, 'utf8'))),
      request: `${mermaid(request.drawing)}\n\n${request.links}`,
    },
  };
  const faults = [...faultsOf(order, folders), ...missing, ...request.faults];
  const drawn = Object.entries(pages).map(([name, drawings]) => [
    name,
    Object.entries(drawings).reduce(
      (so, [mark, drawing]) => withDrawn(so, 'rooms', mark, drawing),
      readFileSync(`${root}/${name}`, 'utf8'),
    ),
  ]);
  for (const fault of faults) console.error(fault);
  const same = writeOrCheck({ ...Object.fromEntries(drawn), ...images }, 'rooms');
  process.exit(faults.length === 0 && same ? 0 : 1);
}
