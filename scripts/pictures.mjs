// npm run pictures: photographs pages of the living demonstration for the README and the first days. In a temporary folder and at a fixed
// instant (e2e/pictures.ts takes them). Beside them `made.json` says of which sources each was made: `npm test` names those that changed since.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { many, oneOf, readArguments } from './arguments.mjs';
import { ensureBrowser } from './browser.mjs';
import { bin, ensureBuilt, ensureInstalled, root, runLong } from './lib.mjs';
import { PICTURES } from './pictureList.mjs';

const FOLDER = path.join(root, 'docs', 'pictures');
const STAMP = path.join(FOLDER, 'made.json');

/**
 * Of each picture, a fingerprint of what its page is drawn by: the sources of its own room and of `ui` that end up in it, comments and layout
 * apart, and every sheet of style. What a rule or the data of the pack changes in it isn't seen.
 */
export async function fingerprints(pictures, within = root) {
  const { build, transformSync } = await import(pathToFileURL(bin('esbuild/lib/main.js')).href);
  const { metafile } = await build({
    absWorkingDir: within,
    entryPoints: Object.fromEntries(pictures.map(({ name, page }) => [name, page])),
    outdir: 'pictures',
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    plugins: [{ name: 'what is used', setup: (one) => one.onResolve({ filter: /^\.{1,2}\// }, withoutEffects) }],
  });
  const said = (file) => {
    const loader = path.extname(file).slice(1);
    return transformSync(readFileSync(path.join(within, file), 'utf8'), { loader, minify: true }).code;
  };
  const sheets = readdirSync(path.join(within, 'src', 'ui'), { recursive: true })
    .filter((file) => file.endsWith('.css'))
    .map((file) => `src/ui/${file.split(path.sep).join('/')}`);
  return Object.fromEntries(
    pictures.map(({ name, page }) => {
      const { inputs } = metafile.outputs[`pictures/${name}.js`];
      const room = page.split('/').slice(0, 2).join('/');
      const drawnBy = Object.keys(inputs).filter(
        (file) => inputs[file].bytesInOutput > 0 && [`${room}/`, 'src/ui/'].some((folder) => file.startsWith(folder)),
      );
      const hash = createHash('sha256');
      for (const file of [...drawnBy, ...sheets].sort()) hash.update(`${file}\n${said(file)}\n`);
      return [name, hash.digest('hex').slice(0, 16)];
    }),
  );
}

/** What nobody uses of a barrel isn't the page's. */
const withoutEffects = ({ resolveDir, path: to }) => ({ path: path.resolve(resolveDir, to), sideEffects: false });

/** The names of pictures that were made of other sources than those of today. */
export async function olderThanTheirPages(pictures = PICTURES, made = readMade(), now = fingerprints) {
  const today = await now(pictures);
  return pictures.map(({ name }) => name).filter((name) => made[name] !== today[name]);
}

function readMade() {
  return existsSync(STAMP) ? JSON.parse(readFileSync(STAMP, 'utf8')) : {};
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const names = PICTURES.map(({ name }) => name);
  const [asked] = readArguments('pictures', [many(oneOf('name', names))]);
  const wanted = PICTURES.filter(({ name }) => asked.length === 0 || asked.includes(name));
  await ensureInstalled();
  await ensureBuilt();
  const env = { REGISTRE_BROWSER: await ensureBrowser() };
  const taker = ['--import', path.join(root, 'scripts', 'jsx.mjs'), path.join(root, 'e2e', 'pictures.ts')];
  const { code } = await runLong(
    ['Pictures', ...asked].join(' '),
    [...taker, FOLDER, ...wanted.map(({ name }) => name)],
    { env },
  );
  if (code !== 0) process.exit(code);
  const made = { ...readMade(), ...(await fingerprints(wanted)) };
  const kept = Object.fromEntries(names.filter((name) => name in made).map((name) => [name, made[name]]));
  writeFileSync(STAMP, `${JSON.stringify(kept, null, 2)}\n`);
}
