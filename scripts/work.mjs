// What runs in a thread or a process of its own (src/platform/work/entry.ts): made one file of by the build, and for tests.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib.mjs';

const source = path.join(root, 'src');

/** The modules that are asked for by `workEntry`, by their places below src/. */
export const workEntries = globSync('**/*.ts', { cwd: source })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => !/(^|\/)testing|\.test\./.test(file))
  .flatMap((file) =>
    [...readFileSync(path.join(source, file), 'utf8').matchAll(/workEntry\(\s*'([^']+)', import\.meta\.url/g)].map(
      ([, name]) => path.posix.join(path.posix.dirname(file), `${name}.ts`),
    ),
  );

/** Native or WebAssembly, or with files of their own beside them; never there is what `pg` would like to have. */
export const notBundled = [
  'sharp',
  '@node-rs/argon2',
  '@myriaddreamin/typst-ts-node-compiler',
  '@embedpdf/pdfium',
  'highs',
  'zxing-wasm',
  'piscina',
  'pg-native',
];

/** Of which the server reads files by their names: fonts, the reader of HEIC. */
export const readByName = ['@expo-google-fonts/source-sans-3', 'libheif-js'];

/** What libraries of the older kind ask for by `require`. */
export const requireHere =
  "import { createRequire as requireHere } from 'node:module'; const require = requireHere(import.meta.url);";
