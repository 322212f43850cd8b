// npm run bundle [-- --folder <where>]: Registre as one folder that runs as it stands, packed as registre-<version>-<platform>.tar.gz.
// The machine that it is copied to needs no npm, no registry and no right to write there. Same platform as this one.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { needed, oneOf, place, readArguments } from './arguments.mjs';
import { ensureBuilt, ensureInstalled, must, root, step } from './lib.mjs';

const [, asked] = readArguments('bundle', [
  oneOf('--folder', ['--folder']),
  needed(place('where', 'a folder that is not there yet', (name) => !existsSync(name))),
]);
await ensureInstalled();
await ensureBuilt();
const { name, version, license, type, dependencies, allowScripts } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
);
const title = `${name}-${version}-${process.platform}-${process.arch}`;
const wanted = asked === undefined ? null : path.resolve(asked);
const above = wanted === null ? mkdtempSync(path.join(tmpdir(), 'registre-bundle-')) : path.dirname(wanted);
const folder = wanted ?? path.join(above, title);
mkdirSync(folder, { recursive: true });

/** What npm installed here, without what only builds or tests: the places that the lock file gives, each without those within it. */
function copyLibraries() {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const places = Object.keys(packages).filter((place) => place !== '' && existsSync(path.join(root, place)));
  for (const place of places.filter((one) => !packages[one].dev && !packages[one].devOptional)) {
    const within = new Set(places.filter((one) => one.startsWith(`${place}/`)).map((one) => path.join(root, one)));
    cpSync(path.join(root, place), path.join(folder, place), {
      recursive: true,
      verbatimSymlinks: true,
      ...(within.size > 0 && { filter: (file) => !within.has(file) }),
    });
  }
  const programs = path.join('node_modules', '.bin');
  for (const name of readdirSync(path.join(root, programs)).filter((one) => path.parse(one).name === 'node'))
    cpSync(path.join(root, programs, name), path.join(folder, programs, name), { verbatimSymlinks: true });
}
await step('Copying the libraries that the server needs', async () => copyLibraries());
for (const entry of ['dist', 'catalogue', 'docs', 'ops', 'LICENSE', 'README.md'])
  cpSync(path.join(root, entry), path.join(folder, entry), {
    recursive: true,
    filter: (file) => file !== path.join(root, 'dist', 'load'),
  });
const start = 'node_modules/.bin/node --enable-source-maps dist/main.js';
writeFileSync(
  path.join(folder, 'package.json'),
  `${JSON.stringify({ name, version, private: true, license, type, scripts: { start }, dependencies, allowScripts }, null, 2)}\n`,
);
if (wanted === null) {
  const archive = path.join(root, `${title}.tar.gz`);
  await step('Packing', () => must('tar', ['-C', above, '-czf', archive, title], { quiet: true }));
  rmSync(above, { recursive: true });
  process.stdout.write(`${archive}\nUnpack it anywhere; it starts by: ${start}\n`);
}
