// What esbuild makes of the sources, once (scripts/build.mjs) or again after each edit (scripts/workshop.mjs).
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib.mjs';
import { notBundled, requireHere, workEntries } from './work.mjs';

export const source = path.join(root, 'src');
const inSource = (pattern) => globSync(pattern, { cwd: source }).map((file) => file.split(path.sep).join('/'));
export const ofTests = (file) => /(^|\/)testing|\.test\./.test(file);

/** Files that code reads from beside itself, copied as they are. */
export const isCopied = (file) => !/\.(tsx?|css|md)$/.test(file) && !ofTests(file) && !file.startsWith('browser/');
export const copiedFiles = () => inSource('**/*.*').filter(isCopied);

/** A source as it is made: the files that it reads from beside itself keep their place below the folder, only the code moves. */
export function inPlace(file, text) {
  const folder = path.relative(source, path.dirname(file)).split(path.sep).join('/');
  return text.replaceAll('import.meta.dirname', `(import.meta.dirname + ${JSON.stringify(`/${folder}`)})`);
}

const placeOfFiles = {
  name: 'place of files',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      if (!text.includes('import.meta.dirname')) return null;
      return { contents: inPlace(file, text), loader: path.extname(file).slice(1) };
    }),
};

/**
 * The server: what runs by its own name, side by side in the folder: programs, and what works in a thread or a process
 * (src/platform/work/entry.ts). `beside`: programs that stand elsewhere, by their names.
 */
export const serverBundle = (folder, beside = {}) => ({
  entryPoints: [
    ...[...inSource('{main,check*}.ts'), ...workEntries].map((file) => ({
      in: path.join(source, file),
      out: path.basename(file, '.ts'),
    })),
    ...Object.entries(beside).map(([out, file]) => ({ in: path.join(root, file), out })),
  ],
  plugins: [placeOfFiles],
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'esnext',
  outdir: folder,
  external: notBundled,
  banner: {
    js: [
      requireHere,
      // In every part, since any may be the first that runs: an older Node is told in words.
      "if (typeof Temporal === 'undefined') { console.error('Registre runs on Node 26: start it by npm start, or by the Node of its bundle. This is', process.version); process.exit(1); }",
    ].join('\n'),
  },
  sourcemap: true,
  sourcesContent: false,
  jsx: 'automatic',
  jsxImportSource: 'preact',
});

/** What browsers fetch, not yet written: `writeStatic` does. */
export const browserBundle = (folder) => ({
  entryPoints: [...inSource('ui/*.css'), ...inSource('browser/*.{ts,tsx}')].map((file) => path.join(source, file)),
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['es2022', 'chrome111', 'safari16.4', 'firefox115'],
  outdir: path.join(folder, 'static'),
  write: false,
  jsx: 'automatic',
  jsxImportSource: 'preact',
});

/** Under names that change with their content, which `assets.json` tells the server. `pack` gives what stands beside each, by its ending. */
export function writeStatic(folder, outputFiles, pack = () => ({})) {
  const icon = path.join(source, 'ui', 'icon.svg');
  const manifest = {};
  mkdirSync(path.join(folder, 'static'), { recursive: true });
  for (const { path: file, contents } of [...outputFiles, { path: icon, contents: readFileSync(icon) }]) {
    const { name, ext } = path.parse(file);
    const hashed = `${name}.${createHash('sha256').update(contents).digest('hex').slice(0, 10)}${ext}`;
    manifest[name + ext] = `/static/${hashed}`;
    for (const [ending, made] of Object.entries({ '': contents, ...pack(contents) }))
      writeFileSync(path.join(folder, 'static', hashed + ending), made);
  }
  writeFileSync(path.join(folder, 'assets.json'), JSON.stringify(manifest));
}
