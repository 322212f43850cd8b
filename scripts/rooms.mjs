// npm run rooms: draws the README's map of the rooms from what each says of itself in its own README.md, in the order in which
// they may use each other (.dependency-cruiser.mjs). `--check` changes nothing and fails where the map, a room or the order is missing.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { DOORS, PARTS } from '../.dependency-cruiser.mjs';
import { root } from './lib.mjs';

/** What stands above the order or beside it: shown in demonstration mode, sent to browsers, used by tests. */
const ALL = { ...PARTS, Doors: DOORS, Beside: ['demonstration', 'browser', 'testing'] };
const [FROM, TO] = ['<!-- rooms: npm run rooms -->\n', '<!-- /rooms -->'];

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

/** The page with the map between its marks. */
export function withMap(page, tables) {
  const [from, to] = [page.indexOf(FROM), page.indexOf(TO)];
  if (from < 0 || to < from) throw new Error('README.md has no marks of the map');
  return `${page.slice(0, from + FROM.length)}\n${tables.join('\n\n')}\n\n${page.slice(to)}`;
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
  const order = Object.values(ALL).flat();
  const folders = readdirSync(`${root}/src`, { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? [one.name] : [],
  );
  const readme = `${root}/README.md`;
  const page = readFileSync(readme, 'utf8');
  const drawn = withMap(
    page,
    mapOf(ALL, (room) => {
      const file = `${root}/src/${room}/README.md`;
      return existsSync(file) ? readFileSync(file, 'utf8') : null;
    }),
  );
  const faults = faultsOf(order, folders);
  if (!process.argv.includes('--check')) writeFileSync(readme, drawn);
  else if (drawn !== page) faults.push('README.md says otherwise than the rooms: npm run rooms');
  for (const fault of faults) console.error(fault);
  process.exit(faults.length === 0 ? 0 : 1);
}
