import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Document, parseDocument } from 'yaml';

const FOLDER = path.join(import.meta.dirname, '..', '..', 'catalogue');

/** A file of the catalogue that came with the software, as text; null where it came without it. */
export function deliveredText(file: string): string | null {
  try {
    return readFileSync(path.join(FOLDER, file), 'utf8');
  } catch {
    return null;
  }
}

export function deliveredFile(file: string): Document | null {
  const text = deliveredText(file);
  return text === null ? null : parseDocument(text);
}
