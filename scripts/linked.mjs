// The server of `npm run dev` as one file. A bundler links the whole house after the edit of a word as after any other: here each source is made
// JavaScript by itself, once for each of its texts, and they stand below each other as functions that ask for each other.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';
import { inPlace } from './bundles.mjs';
import { root } from './lib.mjs';

/** What esbuild writes above each module that it makes by itself. */
const HELPERS = /^(?:var __\w+ = .*\n(?:(?: {2}.*|\}\)?;|\)\);)\n)*)+/;
/** The same, once. A library is given as it was imported; a module of ours is what it exports, whose values may come later. */
const HEAD = `const import_meta = import.meta;
const __toESM = (given) => given;
const __export = (to, all) => {
  for (const name in all) Object.defineProperty(to, name, { get: all[name], enumerable: true });
};
const __toCommonJS = (all) => all;
const made = new Map();
const $ = (name) => {
  const known = made.get(name);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  made.set(name, module);
  modules[name](module);
  return module.exports;
};
`;
const known = new Map();

/** Writes what `entry` and all that it asks for make, and gives the names of the libraries. */
export async function writeLinked(entry, outfile) {
  const files = new Map();
  const find = async (file, by) => {
    if (files.has(file)) return;
    files.set(file, null);
    if (!existsSync(path.join(root, file))) throw new Error(`${by} asks for ${file}, which isn't there.`);
    files.set(file, await made(file));
    await Promise.all(files.get(file).asked.map((one) => find(one, file)));
  };
  await find(entry, 'The server');
  const names = [...new Set([...files.values()].flatMap(({ libraries }) => libraries))];
  const imports = names.map((name, index) => `import * as $${index} from ${JSON.stringify(name)};\n`).join('');
  const given = names.map((name, index) => `[${JSON.stringify(name)}, { exports: $${index} }]`).join(', ');
  const head = `${imports}${HEAD.replace('new Map()', `new Map([${given}])`)}const modules = {\n`;
  const sections = [];
  const texts = [head];
  let line = head.split('\n').length - 1;
  for (const [file, { text, lines, map }] of files) {
    texts.push(`${JSON.stringify(file)}: (function (module) {\n`, text, '}),\n');
    sections.push(`{"offset":{"line":${line + 1},"column":0},"map":${map}}`);
    line += lines + 2;
  }
  writeFileSync(
    outfile,
    `${texts.join('')}};\n$(${JSON.stringify(entry)});\n//# sourceMappingURL=${path.basename(outfile)}.map\n`,
  );
  // Node reads no map without sources of its own.
  writeFileSync(`${outfile}.map`, `{"version":3,"sources":[],"sections":[${sections.join(',')}]}`);
  return names;
}

async function made(file) {
  const from = path.join(root, file);
  const { mtimeMs, size } = statSync(from);
  const stamp = `${mtimeMs} ${size}`;
  const before = known.get(file);
  if (before?.stamp === stamp) return before;
  const { code, map } = await transform(inPlace(from, readFileSync(from, 'utf8')), {
    sourcefile: from,
    loader: path.extname(file).slice(1),
    format: 'cjs',
    target: 'esnext',
    platform: 'node',
    supported: { 'dynamic-import': false },
    sourcemap: 'external',
    sourcesContent: false,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  });
  const [asked, libraries] = [[], []];
  const text = code
    .replace(HELPERS, (head) => '\n'.repeat(head.split('\n').length - 1))
    .replace('const import_meta = {};', '')
    .replaceAll(/\brequire\("([^"]+)"\)/g, (_, name) => {
      const isOurs = name.startsWith('.');
      const at = isOurs ? path.posix.join(path.posix.dirname(file), name) : name;
      (isOurs ? asked : libraries).push(at);
      return `$(${JSON.stringify(at)})`;
    });
  const one = { stamp, asked, libraries, text, lines: text.split('\n').length - 1, map };
  known.set(file, one);
  return one;
}
