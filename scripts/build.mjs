// dist/: the server in a few files of JavaScript, its templates, and what browsers fetch under names that change with their content.
import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from './lib.mjs';
import { notBundled, requireHere, workEntries } from './work.mjs';

const dist = path.join(root, 'dist');
const source = path.join(root, 'src');
const inSource = (pattern) => globSync(pattern, { cwd: source }).map((file) => file.split(path.sep).join('/'));
const ofTests = (file) => /(^|\/)testing|\.test\./.test(file);
rmSync(dist, { recursive: true, force: true });

/** What runs by its own name, side by side in dist/: programs, and what works in a thread or a process (src/platform/work/entry.ts). */
const programs = [...inSource('{main,check*}.ts'), ...workEntries];

/** Files that code reads from beside itself keep their place below dist/: only the code moves. */
const placeOfFiles = {
  name: 'place of files',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      if (!text.includes('import.meta.dirname')) return null;
      const folder = path.relative(source, path.dirname(file)).split(path.sep).join('/');
      const contents = text.replaceAll(
        'import.meta.dirname',
        `(import.meta.dirname + ${JSON.stringify(`/${folder}`)})`,
      );
      return { contents, loader: path.extname(file).slice(1) };
    }),
};

await build({
  entryPoints: programs.map((file) => ({ in: path.join(source, file), out: path.basename(file, '.ts') })),
  plugins: [placeOfFiles],
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'esnext',
  outdir: dist,
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
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'linked',
  jsx: 'automatic',
  jsxImportSource: 'preact',
});
for (const file of inSource('**/*.*'))
  if (!/\.(tsx?|css)$/.test(file) && !ofTests(file) && !file.startsWith('browser/'))
    cpSync(path.join(source, file), path.join(dist, file));

const bundled = await build({
  entryPoints: [...inSource('ui/*.css'), ...inSource('browser/*.{ts,tsx}')].map((file) => path.join(source, file)),
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['es2022', 'chrome111', 'safari16.4', 'firefox115'],
  outdir: path.join(dist, 'static'),
  write: false,
  jsx: 'automatic',
  jsxImportSource: 'preact',
});
const manifest = {};
mkdirSync(path.join(dist, 'static'));
const icon = { path: path.join(source, 'ui', 'icon.svg'), contents: readFileSync(path.join(source, 'ui', 'icon.svg')) };
for (const { path: file, contents } of [...bundled.outputFiles, icon]) {
  const { name, ext } = path.parse(file);
  const hashed = `${name}.${createHash('sha256').update(contents).digest('hex').slice(0, 10)}${ext}`;
  manifest[name + ext] = `/static/${hashed}`;
  const target = path.join(dist, 'static', hashed);
  writeFileSync(target, contents);
  writeFileSync(`${target}.br`, brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  writeFileSync(`${target}.gz`, gzipSync(contents, { level: 9 }));
}
writeFileSync(path.join(dist, 'assets.json'), JSON.stringify(manifest));
