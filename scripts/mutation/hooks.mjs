// How the sources are read in the process that breaks the rules: JSX by esbuild, `vitest` by ours, anew when asked.
import { registerHooks } from 'node:module';
import '../jsx.mjs';

const ours = new URL('./vitest.mjs', import.meta.url).href;
let reading = 0;

/** From now on, whatever is imported is evaluated again. */
export function readAnew() {
  reading += 1;
}

registerHooks({
  resolve: (specifier, context, next) => {
    const isOfSources = context.parentURL?.includes('/src/') === true && !context.parentURL.includes('/node_modules/');
    if (specifier === 'vitest' && isOfSources) return { url: ours, shortCircuit: true };
    const found = next(specifier, context);
    const isSource = found.url.includes('/src/') && !found.url.includes('/node_modules/');
    return isSource ? { ...found, url: `${found.url}?${reading}` } : found;
  },
});
