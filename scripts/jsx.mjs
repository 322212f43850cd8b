// For tests: Node runs TypeScript but no JSX. A thread that works in the sources (src/platform/work) meets some of it; those that
// scripts/threads.mjs made one file of are read from it.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(import.meta.dirname);
const require = createRequire(import.meta.url);
const { REGISTRE_THREADS: threads } = process.env;

/** The one file that was made of this thread; null where it runs from its source. */
function madeOf(file) {
  if (threads === undefined || !file.endsWith('Thread.ts')) return null;
  const made = path.join(threads, path.relative(root, file).replace(/ts$/, 'js'));
  return existsSync(made) ? made : null;
}

registerHooks({
  load: (url, context, next) => {
    if (!/Thread\.ts$|\.tsx$/.test(new URL(url).pathname)) return next(url, context);
    const file = fileURLToPath(url);
    const made = madeOf(file);
    if (made !== null) return { format: 'module', source: readFileSync(made, 'utf8'), shortCircuit: true };
    if (file.endsWith('.ts')) return next(url, context);
    // Read only where it is needed: every thread and process of the tests passes here.
    const { code } = require('esbuild').transformSync(readFileSync(file, 'utf8'), {
      loader: 'tsx',
      jsx: 'automatic',
      jsxImportSource: 'preact',
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
