import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** In the place of `src/platform/work/entry.ts` (scripts/jsx.mjs): the one file that scripts/threads.mjs made, where it made one. */
export function workEntry(name: string, from: string): URL {
  const source = new URL(`${name}.ts`, from);
  const { REGISTRE_WORK_FOLDER: folder } = process.env;
  if (folder === undefined) return source;
  const made = path.join(folder, path.relative(ROOT, fileURLToPath(source)).replace(/ts$/, 'js'));
  return existsSync(made) ? pathToFileURL(made) : source;
}
