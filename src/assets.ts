import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AssetManifest } from './ui/index.ts';

export type BuiltAssets = { readonly manifest: AssetManifest; readonly folder: string | null };

/** What the build made for browsers, beside this file in dist/. From the sources (tests) there is none. */
export function builtAssets(): BuiltAssets {
  const here = import.meta.dirname;
  const file = path.join(here, 'assets.json');
  if (!existsSync(file)) return { manifest: {}, folder: null };
  return { manifest: JSON.parse(readFileSync(file, 'utf8')) as AssetManifest, folder: path.join(here, 'static') };
}
