// How the sources are read in the process that breaks the rules: JSX by esbuild, `vitest` by ours, anew when asked.
import { registerHooks } from 'node:module';
import '../jsx.mjs';

const ours = new URL('./vitest.mjs', import.meta.url).href;
/** Who imported whom, by address. */
const importers = new Map();
const readings = new Map();
let reading = 0;

/** From its next import on, this file is evaluated again, and all that leads to it; what was imported before stays as it was. */
export function readAnew(address) {
  reading += 1;
  const above = new Set([address]);
  for (const one of above) for (const importer of importers.get(one) ?? []) above.add(importer);
  for (const one of above) readings.set(one, reading);
}

registerHooks({
  resolve: (specifier, context, next) => {
    const isAsked = isSource(context.parentURL);
    if (specifier === 'vitest' && isAsked) return { url: ours, shortCircuit: true };
    const found = next(specifier, context);
    if (!isSource(found.url)) return found;
    if (isAsked) importers.set(found.url, (importers.get(found.url) ?? new Set()).add(context.parentURL.split('?')[0]));
    return { ...found, url: `${found.url}?${readings.get(found.url) ?? 0}` };
  },
});

function isSource(address) {
  return address?.includes('/src/') === true && !address.includes('/node_modules/');
}
