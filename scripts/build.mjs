// dist/: the server in a few files of JavaScript, its templates, and what browsers fetch under names that change with their content.
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { browserBundle, copiedFiles, serverBundle, source, writeStatic } from './bundles.mjs';
import { root } from './lib.mjs';

const dist = path.join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
/** What fills a demonstration, and what an office rehearses with: the server starts the one, an operator the other. */
const BESIDE = { living: 'living/demonstration.ts', rehearsal: 'living/rehearsal.ts' };
await build({ ...serverBundle(dist, BESIDE), minifyWhitespace: true, minifySyntax: true, legalComments: 'linked' });
for (const file of copiedFiles()) cpSync(path.join(source, file), path.join(dist, file));
const { outputFiles } = await build(browserBundle(dist));
writeStatic(dist, outputFiles, (contents) => ({
  '.br': brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  '.gz': gzipSync(contents, { level: 9 }),
}));
