import { strFromU8, strToU8, type UnzipFileFilter, unzipSync, zipSync } from 'fflate';
import type { PackFile } from '../catalogue/index.ts';
import { ok, type Result, refuse } from '../platform/result.ts';

/** The files as a ZIP, under `catalogue/`. The same files give the same bytes. */
export function packArchive(files: readonly PackFile[]): Buffer {
  const entries = files.map(({ file, text }) => [`catalogue/${file}`, strToU8(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: '2000-01-01T00:00:00Z' }));
}

export type ArchiveRefusal = 'not-an-archive' | 'too-big' | 'no-rules' | 'not-utf8';

const LARGEST_WHOLE = 5_000_000;

/**
 * The YAML files of a ZIP by their place below `catalogue/`, wherever that folder stands in it; other files are left out.
 * Sizes are those that the archive declares, counted before anything is unpacked: a bomb is never opened.
 */
export function openArchive(bytes: Uint8Array): Result<readonly PackFile[], ArchiveRefusal> {
  let whole = 0;
  const wanted = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }): boolean => {
    if (placeOf(name) === null) return false;
    whole += originalSize + 1_000;
    return whole <= LARGEST_WHOLE;
  };
  const entries = unpack(bytes, wanted);
  if (whole > LARGEST_WHOLE) return refuse('too-big');
  if (entries === null) return refuse('not-an-archive');
  const files: PackFile[] = [];
  for (const [name, content] of Object.entries(entries)) {
    const text = strFromU8(content);
    if (text.includes('\ufffd')) return refuse('not-utf8');
    files.push({ file: placeOf(name) ?? name, text: text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n') });
  }
  return files.length === 0 ? refuse('no-rules') : ok(files);
}

function unpack(bytes: Uint8Array, filter: UnzipFileFilter): Readonly<Record<string, Uint8Array>> | null {
  try {
    return unzipSync(bytes, { filter });
  } catch {
    return null;
  }
}

/** `copie/catalogue/sessions/x.yaml` → `sessions/x.yaml`; null for what is no file of rules. */
function placeOf(name: string): string | null {
  const parts = name.replaceAll('\\', '/').split('/');
  const from = parts.lastIndexOf('catalogue') + 1;
  const place = parts.slice(from);
  const safe = place.every((part) => /^[\w.-]+$/.test(part) && part !== '.' && part !== '..' && part !== '__proto__');
  return safe && place.length > 0 && /\.ya?ml$/.test(name) ? place.join('/') : null;
}
