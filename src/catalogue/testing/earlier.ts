import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PackFile } from '../yamlFile.ts';

/** The catalogue as version 2a86362 delivered it, when there was one exam and its portfolios stood on its specialities. */
export function packOf2a86362(): readonly PackFile[] {
  const bytes = readFileSync(path.join(import.meta.dirname, '2a86362.json.gz'));
  return JSON.parse(gunzipSync(bytes).toString('utf8')) as readonly PackFile[];
}
