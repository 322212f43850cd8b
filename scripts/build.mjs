// dist/: the server in JavaScript, its templates, and what browsers fetch under names that change with their content.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { bin, must, node, root } from './lib.mjs';

const dist = path.join(root, 'dist');
const source = path.join(root, 'src');
rmSync(dist, { recursive: true, force: true });
await must(node, [bin('typescript/bin/tsc'), '-p', 'tsconfig.build.json']);
cpSync(source, dist, {
  recursive: true,
  filter: (file) => !/\.(ts|tsx|css)$/.test(file) && !file.includes(`${path.sep}browser`),
});

const islands = readdirSync(path.join(source, 'browser'), { withFileTypes: true }).filter(
  (entry) => entry.isFile() && /\.tsx?$/.test(entry.name),
);
const sheets = readdirSync(path.join(source, 'ui')).filter((name) => name.endsWith('.css'));
const bundled = await build({
  entryPoints: [
    ...sheets.map((name) => path.join(source, 'ui', name)),
    ...islands.map((entry) => path.join(source, 'browser', entry.name)),
  ],
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
