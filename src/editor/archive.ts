import { on } from 'node:events';
import type { Readable } from 'node:stream';
import { strToU8, zipSync } from 'fflate';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { FILE, type PackFile, WHOLE } from '../catalogue/index.ts';
import { ok, type Result, refuse } from '../platform/result.ts';

/** The files as a ZIP, under `catalogue/`. The same files give the same bytes. */
export function packArchive(files: readonly PackFile[]): Buffer {
  const entries = files.map(({ file, text }) => [`catalogue/${file}`, strToU8(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: '2000-01-01T00:00:00Z' }));
}

export type ArchiveRefusal = 'not-an-archive' | 'too-big' | 'too-many' | 'no-rules' | 'not-utf8';

/** Bytes once unpacked, counted while they come out: what an archive says of its sizes is nobody's promise. */
const LARGEST_FILE = 2 * FILE.characters;
const LARGEST_WHOLE = 2 * WHOLE.characters;
/** Entries that are looked at, rules or not. */
const MOST_ENTRIES = 2_000;

/**
 * The YAML files of a ZIP by their place below `catalogue/`, wherever that folder stands in it; other files are left out,
 * unopened. It stops at the first byte beyond a budget.
 */
export async function openArchive(bytes: Buffer): Promise<Result<readonly PackFile[], ArchiveRefusal>> {
  const zip = await openZip(bytes);
  if (zip === null) return refuse('not-an-archive');
  if (zip.entryCount > MOST_ENTRIES) return refuse('too-many');
  const found = new Map<string, Buffer>();
  let left = LARGEST_WHOLE;
  try {
    zip.readEntry();
    for await (const [entry] of on(zip, 'entry', { close: ['end'] }) as AsyncIterable<[Entry]>) {
      const place = placeOf(Buffer.from(entry.fileName).toString('latin1'));
      if (place !== null) {
        const content = await unpacked(zip, entry, Math.min(left, LARGEST_FILE));
        if (content === null) return refuse('too-big');
        if (!found.has(place) && found.size === WHOLE.files) return refuse('too-many');
        left -= content.length;
        found.set(place, content);
      }
      zip.readEntry();
    }
  } catch {
    return refuse('not-an-archive');
  } finally {
    zip.close();
  }
  const files: PackFile[] = [];
  for (const [file, content] of found) {
    const text = content.toString('utf8');
    if (text.includes('\ufffd')) return refuse('not-utf8');
    files.push({ file, text: text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n') });
  }
  return files.length === 0 ? refuse('no-rules') : ok(files);
}

/** Names stay bytes: those of rules are plain ASCII, and the library would refuse a whole archive for an odd one. */
function openZip(bytes: Buffer): Promise<ZipFile | null> {
  return new Promise((resolve) => {
    fromBuffer(bytes, { lazyEntries: true, decodeStrings: false }, (error, zip) =>
      resolve(error === null ? zip : null),
    );
  });
}

/** What an entry really holds; null as soon as it is more than that. */
async function unpacked(zip: ZipFile, entry: Entry, most: number): Promise<Buffer | null> {
  const stream: AsyncIterable<Buffer> = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error === null ? resolve(opened) : reject(error)));
  });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** `copie/catalogue/sessions/x.yaml` → `sessions/x.yaml`; null for what is no file of rules. */
function placeOf(name: string): string | null {
  const parts = name.replaceAll('\\', '/').split('/');
  const from = parts.lastIndexOf('catalogue') + 1;
  const place = parts.slice(from);
  const safe = place.every((part) => /^[\w.-]+$/.test(part) && part !== '.' && part !== '..' && part !== '__proto__');
  return safe && place.length > 0 && /\.ya?ml$/.test(name) ? place.join('/') : null;
}
