// For tests: Node runs TypeScript but no JSX. A thread that works in the sources (src/platform/work) meets some of it.
import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const WORK_ENTRY = new URL('../src/testing/workEntry.ts', import.meta.url).href;

registerHooks({
  // What works beside the site is read as one file, where there is one.
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    return found.url.endsWith('/src/platform/work/entry.ts') ? { ...found, url: WORK_ENTRY } : found;
  },
  load: (url, context, next) => {
    if (!new URL(url).pathname.endsWith('.tsx')) return next(url, context);
    // Read only where it is needed: every thread and process of the tests passes here.
    const { code } = require('esbuild').transformSync(readFileSync(fileURLToPath(url), 'utf8'), {
      loader: 'tsx',
      jsx: 'automatic',
      jsxImportSource: 'preact',
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
