import path from 'node:path';
import type { Facts } from '../facts.ts';
import { loadPack, readFolders, readPack } from '../load.ts';
import type { PackFault } from '../located.ts';
import { holds } from '../rules/holds.ts';
import type { RulePack } from '../schema/pack.ts';
import type { Regulation } from '../schema/regulation.ts';
import type { Session } from '../schema/session.ts';
import { createYamlReader } from '../yamlFile.ts';

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

/** The shipped catalogue with one file changed, added (from nothing) or taken away (null). */
export async function loadChanged(
  file: string,
  change: (text: string) => string | null,
): Promise<{ readonly faults: readonly PackFault[]; readonly text: string }> {
  files ??= readFolders([SHIPPED]);
  const shippedFiles = (await files).files;
  const text = change(shippedFiles.find((one) => one.file === file)?.text ?? '');
  const changed = [...shippedFiles.filter((one) => one.file !== file), ...(text === null ? [] : [{ file, text }])];
  const loaded = readPack(
    changed.sort((a, b) => (a.file < b.file ? -1 : 1)),
    'delivered',
    read,
  );
  return { faults: loaded.ok ? [] : loaded.error, text: text ?? '' };
}

let files: ReturnType<typeof readFolders> | null = null;
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
