// For tests (vitest's `globalSetup`): what runs in a thread or a process of its own, each as one file. Read from the sources, each start of
// one that judges by the rules meets a thousand modules, most of which it never calls, and of one that reads files some hundreds:
// src/testing/workEntry.ts gives these instead, and all else is as it is written.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './lib.mjs';
import { notBundled, requireHere, workEntries } from './work.mjs';

/** What nothing calls is left out: none of our modules is there for what loading it does. Files beside a module stay beside it. */
const onlyWhatIsCalled = {
  name: 'only what is called',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^\.{1,2}\/.*\.tsx?$/ }, ({ path: file, resolveDir }) => ({
      path: path.join(resolveDir, file),
      sideEffects: false,
    }));
    onLoad({ filter: /\.tsx?$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8').replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file))),
      loader: path.extname(file).slice(1),
    }));
  },
};

export default async function buildThreads() {
  // Among the libraries: they are found from there, and what reads files of strangers may read them.
  const folder = path.join(root, 'node_modules', '.registre-work', String(process.pid));
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  await build({
    absWorkingDir: root,
    entryPoints: workEntries.map((file) => path.join('src', file)),
    plugins: [onlyWhatIsCalled],
    bundle: true,
    external: notBundled,
    banner: { js: requireHere },
    format: 'esm',
    platform: 'node',
    target: 'esnext',
    outbase: root,
    outdir: folder,
    sourcemap: 'inline',
    sourcesContent: false,
    logOverride: { 'ignored-bare-import': 'silent' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  process.env.REGISTRE_WORK_FOLDER = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
