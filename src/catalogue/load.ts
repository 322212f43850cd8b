import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result, refuse } from '../platform/result.ts';
import { WHOLE } from './budgets.ts';
import { checkPack, type PackOrigin } from './check.ts';
import { deepFreeze } from './freeze.ts';
import type { LocatedPack, PackFault } from './located.ts';
import type { Mails } from './mails.ts';
import type { RulePack } from './schema/pack.ts';
import { readFiles } from './shelves.ts';
import { texts } from './texts.ts';
import { type PackFile, type ReadYaml, readYaml } from './yamlFile.ts';

/** The files of the catalogue's folders as texts, one laid over the other, and what could not be read at all. */
export async function readFolders(folders: readonly string[]): Promise<Folder> {
  const read: Folder[] = [];
  for (const folder of folders) read.push(await readFolder(folder));
  const files = new Map(read.flatMap((one) => one.files.map((file) => [file.file, file] as const)));
  return {
    files: [...files.values()].sort((a, b) => (a.file < b.file ? -1 : 1)),
    unreadable: read.flatMap(({ unreadable }) => unreadable),
  };
}

type Folder = { readonly files: readonly PackFile[]; readonly unreadable: readonly PackFault[] };

async function readFolder(folder: string): Promise<Folder> {
  const names = await readdir(folder, { recursive: true }).catch(() => null);
  if (names === null) return { files: [], unreadable: [wholeFile(folder, texts.noFolder)] };
  const files: PackFile[] = [];
  const unreadable: PackFault[] = [];
  for (const name of names.filter((one) => /\.ya?ml$/.test(one)).sort()) {
    const file = name.split(path.sep).join('/');
    const bytes = await readFile(path.join(folder, name));
    try {
      files.push({ file, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) });
    } catch {
      files.push({ file, text: '' });
      unreadable.push(wholeFile(file, texts.notUtf8));
    }
  }
  return { files, unreadable };
}

/**
 * Reads the catalogue's folders, without what the rooms say of their mails. Either the whole pack, frozen, or every fault of it, by file and
 * line.
 */
export async function loadPack(...folders: readonly string[]): Promise<Result<RulePack, readonly PackFault[]>> {
  return readRead(await readFolders(folders), null);
}

/** What `readFolders` gave, read as a pack. */
export function readRead(
  { files, unreadable }: Folder,
  mails: Mails | null,
  yaml?: ReadYaml,
): Result<RulePack, readonly PackFault[]> {
  if (files.length === 0 && unreadable.length > 0) return refuse(unreadable);
  const badFiles = new Set(unreadable.map((fault) => fault.file));
  const read = readPack(files, mails, 'delivered', yaml);
  if (read.ok) return read;
  return refuse([...unreadable, ...read.error.filter((fault) => !badFiles.has(fault.file))].sort(byPlace));
}

/** The same from texts, for what a head of office is editing. `mails`: of the rooms that send them; null: the words of mails are read as they are. */
export function readPack(
  files: readonly PackFile[],
  mails: Mails | null,
  origin: PackOrigin = 'office',
  read: ReadYaml = readYaml,
): Result<RulePack, readonly PackFault[]> {
  const beyond = beyondBudget(files);
  if (beyond !== null) return refuse([beyond]);
  const { pack, known, faults, faultAt } = readFiles(files, origin, read);
  for (const { place, message } of checkPack(pack, known, origin, mails))
    faults.add(place.file, () => faultAt(place, message));
  const all = faults.listed();
  return all.length > 0 ? refuse(all) : ok(deepFreeze(plain(pack)));
}

/** Files that are too many or too long together aren't read one by one. */
function beyondBudget(files: readonly PackFile[]): PackFault | null {
  const longest = files.reduce<PackFile | null>(
    (most, one) => (one.text.length > (most?.text.length ?? -1) ? one : most),
    null,
  );
  if (longest === null) return null;
  if (files.length > WHOLE.files) return wholeFile(longest.file, texts.tooManyFiles);
  const characters = files.reduce((sum, { text }) => sum + text.length, 0);
  return characters > WHOLE.characters ? wholeFile(longest.file, texts.wholeTooLong) : null;
}

/** Each kind without where its things stand. */
function plain(pack: LocatedPack): RulePack {
  const kinds = Object.entries(pack).map(([kind, found]) => [
    kind,
    found.map(({ value }: { value: unknown }) => value),
  ]);
  return Object.fromEntries(kinds) as RulePack;
}

function wholeFile(file: string, message: string): PackFault {
  return { file, line: 1, column: 1, path: '', message };
}

function byPlace(a: PackFault, b: PackFault): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;
}
