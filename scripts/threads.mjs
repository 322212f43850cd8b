// For tests (vitest's `globalSetup`): what runs in a thread or a process of its own, each as one file. Read from the sources, each start of
// one that judges by the rules meets a thousand modules, most of which it never calls, and of one that reads files some hundreds:
// src/testing/workEntry.ts gives these instead, and all else is as it is written.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './lib.mjs';

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
  const isKept = process.env.REGISTRE_KEPT !== undefined;
  const folder = path.join(root, 'node_modules', '.registre-work', isKept ? 'kept' : String(process.pid));
  process.env.REGISTRE_WORK_FOLDER = folder;
  if (isKept && isStillTrue(folder)) return undefined;
  const { notBundled, requireHere, workEntries } = await import('./work.mjs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  const { metafile } = await build({
    metafile: true,
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
  if (isKept) {
    writeFileSync(
      path.join(folder, SOURCES),
      JSON.stringify(Object.keys(metafile.inputs).map((file) => [file, stampOf(file)])),
    );
    return undefined;
  }
  return () => rmSync(folder, { recursive: true, force: true });
}

const SOURCES = 'sources.json';

/** Was it made of these very sources? What it lacks (a thread that is new) is read from the sources. */
function isStillTrue(folder) {
  try {
    const sources = JSON.parse(readFileSync(path.join(folder, SOURCES), 'utf8'));
    return sources.every(([file, stamp]) => stampOf(file) === stamp);
  } catch {
    return false;
  }
}

function stampOf(file) {
  const { mtimeMs, size } = statSync(path.join(root, file));
  return `${mtimeMs} ${size}`;
}
