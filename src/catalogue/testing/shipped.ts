import path from 'node:path';
import { gatherKnown, type Kind, type KnownCodes } from '../checks/known.ts';
import type { Facts } from '../facts.ts';
import { loadPack, readFolders, readPack } from '../load.ts';
import { type Finding, type Located, type LocatedPack, type PackFault, pathInWords } from '../located.ts';
import { holds } from '../rules/holds.ts';
import type { RulePack } from '../schema/pack.ts';
import type { Regulation } from '../schema/regulation.ts';
import type { Session } from '../schema/session.ts';
import { readFiles } from '../shelves.ts';
import { createYamlReader, type PackFile } from '../yamlFile.ts';

/** The catalogue that the repository ships. */
export const SHIPPED = path.join(import.meta.dirname, '..', '..', '..', 'catalogue');

/** Read once in a process: it is frozen. */
export function shippedPack(): Promise<RulePack> {
  shipped ??= loadShipped();
  return shipped;
}

let shipped: Promise<RulePack> | null = null;
async function loadShipped(): Promise<RulePack> {
  const loaded = await loadPack(SHIPPED);
  if (!loaded.ok)
    throw new Error(loaded.error.map((fault) => `${fault.file}:${fault.line} ${fault.message}`).join('\n'));
  return loaded.value;
}

export function regulationOf(pack: RulePack, cfd: string): Regulation {
  return found(pack.regulations.find((one) => one.cfd === cfd));
}

export function noticeSession(pack: RulePack): Session {
  return found(pack.sessions.find((one) => one.code === 'bp-2024-clermont'));
}

export function found<T>(thing: T | undefined | null): T {
  if (thing === undefined || thing === null) throw new Error('not found');
  return thing;
}

type Changed = { readonly faults: readonly PackFault[]; readonly text: string };

/** The shipped catalogue with one file changed, added (from nothing) or taken away (null). */
export async function loadChanged(file: string, change: (text: string) => string | null): Promise<Changed> {
  const shippedFiles = await readShipped();
  const text = change(shippedFiles.find((one) => one.file === file)?.text ?? '');
  const changed = [...shippedFiles.filter((one) => one.file !== file), ...(text === null ? [] : [{ file, text }])];
  const loaded = readPack(
    changed.sort((a, b) => (a.file < b.file ? -1 : 1)),
    null,
    'delivered',
    read,
  );
  return { faults: loaded.ok ? [] : loaded.error, text: text ?? '' };
}

export type Check = (pack: LocatedPack, known: KnownCodes) => readonly Finding[];

/** What one cross-check says of the shipped catalogue with one file changed. The other files were read once. */
export async function checkChanged(check: Check, file: string, change: (text: string) => string): Promise<Changed> {
  const shippedFiles = await readShipped();
  shelved ??= readFiles(shippedFiles, 'delivered', read).pack;
  const text = change(shippedFiles.find((one) => one.file === file)?.text ?? '');
  const own = readFiles([{ file, text }], 'delivered', read);
  const pack = mergedPack(shelved, own.pack, file);
  return { faults: check(pack, knownIn(pack)).map(({ place, message }) => own.faultAt(place, message)), text };
}

/** Where one cross-check finds something in the shipped catalogue with the things of one kind changed: paths in their files. */
export async function pathsFound<K extends Kind>(
  check: Check,
  kind: K,
  change: (things: readonly RulePack[K][number][]) => readonly RulePack[K][number][],
): Promise<readonly string[]> {
  shelved ??= readFiles(await readShipped(), 'delivered', read).pack;
  const before: readonly Located<RulePack[K][number]>[] = shelved[kind];
  const place = found(before[0]).place;
  const after = change(before.map(({ value }) => value)).map((value, index) => ({
    value,
    place: before[index]?.place ?? { ...place, path: [...place.path, 'added'] },
  }));
  const pack: LocatedPack = { ...shelved, [kind]: after };
  return check(pack, knownIn(pack)).map((one) => pathInWords(one.place.path).replace(/^\[\d+\]\.?/, ''));
}

/** The things of a kind with one of them changed. */
export function oneChanged<T>(
  which: (thing: T) => boolean,
  change: (thing: T) => T,
): (things: readonly T[]) => readonly T[] {
  return (things) => things.map((thing) => (which(thing) ? change(thing) : thing));
}

/** Each kind of thing in the order of the files. */
function mergedPack(shipped: LocatedPack, own: LocatedPack, file: string): LocatedPack {
  const kinds = Object.entries(shipped) as [Kind, readonly Located<unknown>[]][];
  const merged = kinds.map(([kind, items]) => [
    kind,
    [...items.filter(({ place }) => place.file !== file), ...own[kind]].toSorted((a, b) =>
      a.place.file.localeCompare(b.place.file),
    ),
  ]);
  return Object.fromEntries(merged) as LocatedPack;
}

function knownIn(pack: LocatedPack): KnownCodes {
  const known = gatherKnown();
  for (const [kind, items] of Object.entries(pack) as [Kind, LocatedPack['specialities' | 'pieceTypes']][])
    for (const { value } of items) known.add(kind, value.exam, 'cfd' in value ? value.cfd : value.code);
  return known;
}

function readShipped(): Promise<readonly PackFile[]> {
  files ??= readFolders([SHIPPED]).then((folder) => folder.files);
  return files;
}

let files: Promise<readonly PackFile[]> | null = null;
let shelved: LocatedPack | null = null;
const read = createYamlReader();

/** An adult French candidate of Coiffure, globale, who sat the exam before and keeps nothing. */
export const ORDINARY: Facts = {
  category: 'previous-candidate',
  form: 'GLOBAL',
  frenchNational: true,
  ageAtEnrolment: 30,
  minor: false,
  diploma: 'none',
  keepsMark: false,
  carriesMark: false,
  exemptionGrounds: [],
  lastUnitPresented: true,
  scaffoldingAnnexes: [],
  positioning: false,
  pharmacy: false,
  handicap: false,
  disabledWorker: false,
  practiceDueAt: 'enrolment',
  conditionsDueAt: 'enrolment',
  nationalityAskedOf: 'everyone',
};

/** The pieces whose rules hold. */
export function piecesAsked(pack: RulePack, changes: Partial<Facts> = {}): readonly string[] {
  const facts = { ...ORDINARY, ...changes };
  return pack.pieceTypes.filter((piece) => piece.rules.some((rule) => holds(rule.when, facts))).map(({ code }) => code);
}
