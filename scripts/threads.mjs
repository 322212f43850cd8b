// For tests (vitest's `globalSetup`): the threads that judge by the rules, each as one file. Read from the sources, each start of one
// meets a thousand modules, most of which it never calls; scripts/jsx.mjs gives these instead, and all else is as it is written.
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './lib.mjs';

const THREADS = globSync('src/*/work/*Thread.ts', { cwd: root });

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
  const folder = mkdtempSync(path.join(tmpdir(), 'registre-threads-'));
  await build({
    absWorkingDir: root,
    entryPoints: THREADS,
    plugins: [onlyWhatIsCalled],
    bundle: true,
    packages: 'external',
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
  process.env.REGISTRE_THREADS = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
