import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Facts } from '../facts.ts';
import { loadPack } from '../load.ts';
import type { PackFault } from '../located.ts';
import { holds } from '../rules/holds.ts';
import type { RulePack } from '../schema/pack.ts';
import type { Regulation } from '../schema/regulation.ts';
import type { Session } from '../schema/session.ts';

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

/** The shipped catalogue with one file changed, added (from nothing) or taken away (null), loaded from a folder of its own. */
export async function loadChanged(
  file: string,
  change: (text: string) => string | null,
): Promise<{ readonly faults: readonly PackFault[]; readonly text: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'registre-catalogue-'));
  try {
    cpSync(SHIPPED, folder, { recursive: true });
    const target = path.join(folder, file);
    const text = change(readIfThere(target));
    if (text === null) rmSync(target);
    else writeFileSync(target, text);
    const loaded = await loadPack(folder);
    return { faults: loaded.ok ? [] : loaded.error, text: text ?? '' };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

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
