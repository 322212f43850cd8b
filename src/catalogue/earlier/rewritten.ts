import type { Document } from 'yaml';
import { openYaml } from '../yamlDocument.ts';
import type { PackFile } from '../yamlFile.ts';

/** The file with its document changed; as it is where it can't be read. */
export function rewritten(file: PackFile, change: (document: Document) => void): PackFile {
  const opened = openYaml(file.text);
  if (!opened.ok || opened.value.document.errors.length > 0) return file;
  const { document } = opened.value;
  change(document);
  return { file: file.file, text: document.toString({ lineWidth: 0 }) };
}
