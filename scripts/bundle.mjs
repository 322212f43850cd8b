// npm run bundle [-- --folder <where>]: Registre as one folder that runs as it stands, packed as registre-<version>-<platform>.tar.gz.
// The machine that it is copied to needs no npm, no registry and no right to write there. Same platform as this one.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt, ensureInstalled, must, npm, root, step } from './lib.mjs';

await ensureInstalled();
await ensureBuilt();
const { name, version, license, type, dependencies, allowScripts } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
);
const title = `${name}-${version}-${process.platform}-${process.arch}`;
const asked = process.argv[process.argv.indexOf('--folder') + 1];
const wanted = process.argv.includes('--folder') ? path.resolve(asked) : null;
const above = wanted === null ? mkdtempSync(path.join(tmpdir(), 'registre-bundle-')) : path.dirname(wanted);
const folder = wanted ?? path.join(above, title);
if (existsSync(folder)) {
  process.stderr.write(`${folder} is there already: remove it, or name another folder.\n`);
  process.exit(1);
}
mkdirSync(folder, { recursive: true });

await step('Installing the libraries that the server needs', async () => {
  for (const file of ['package.json', 'package-lock.json']) cpSync(path.join(root, file), path.join(folder, file));
  await must(npm, ['ci', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    quiet: true,
  });
});
for (const entry of ['dist', 'catalogue', 'docs', 'ops', 'LICENSE', 'README.md'])
  cpSync(path.join(root, entry), path.join(folder, entry), {
    recursive: true,
    filter: (file) => file !== path.join(root, 'dist', 'load'),
  });
rmSync(path.join(folder, 'package-lock.json'));
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
