import { expect } from 'vitest';
import { plainSpaces } from '../../testing/words.ts';
import type { PackFault } from '../located.ts';
import { type Check, checkChanged, loadChanged } from './shipped.ts';

export const COIFFURE = 'exams/bp/regulations/45033608-coiffure.yaml';
export const BOULANGER = 'exams/bp/regulations/45022108-boulanger.yaml';
export const ELECTRICIAN = 'exams/bp/regulations/45025517-electricien.yaml';
export const SPECIALITIES = 'exams/bp/specialities.yaml';
export const PIECES = 'exams/bp/pieces.yaml';
export const SESSION = 'sessions/bp-2024-clermont.yaml';
export const DEMO = 'sessions/bp-demo.yaml';
export const ACADEMY = 'academies/clermont.yaml';
export const MAILS = 'texts/mails.yaml';

/** In this file, what is replaced by what, which makes this fault. `at`: what the line of the fault holds. */
export type Spoiled = {
  readonly what: string;
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly at: string;
  readonly says: RegExp;
  readonly path?: string;
};

/** The files of the repository have no-break spaces; the tables above are typed with plain ones. */
function spoil(text: string, { from, to }: Spoiled): string {
  const spaced = plainSpaces(text);
  const spoiled = spaced.replace(from, () => to);
  if (spoiled === spaced) throw new Error(`nothing to replace: ${from}`);
  return spoiled;
}

/** Spoils the file and loads: the fault is there, names the file and the line, in French with its typography. */
export async function expectFault(spoiled: Spoiled): Promise<void> {
  expectAmong(spoiled, await loadChanged(spoiled.file, (before) => spoil(before, spoiled)));
}

/** The same of one cross-check, which finds nothing in the file as it is delivered. */
export function expectFinding(check: Check): (spoiled: Spoiled) => Promise<void> {
  const sound = new Set<string>();
  return async (spoiled) => {
    expectAmong(spoiled, await checkChanged(check, spoiled.file, (before) => spoil(before, spoiled)));
    if (sound.has(spoiled.file)) return;
    expect((await checkChanged(check, spoiled.file, (before) => before)).faults).toEqual([]);
    sound.add(spoiled.file);
  };
}

function expectAmong(spoiled: Spoiled, { faults, text }: Awaited<ReturnType<typeof loadChanged>>): void {
  const says = (one: PackFault): boolean => one.file === spoiled.file && spoiled.says.test(plainSpaces(one.message));
  const fault = faults.find(says) ?? failed(faults);
  expect(text.split('\n')[fault.line - 1]).toContain(spoiled.at);
  expect(fault.column).toBeGreaterThan(0);
  if (spoiled.path !== undefined) expect(fault.path).toBe(spoiled.path);
  for (const { message } of faults) {
    expect(message).not.toMatch(ENGLISH);
    expect(message).not.toMatch(/ [:;!?»]|« |’/);
    expect(message).toMatch(/^[A-ZÀÉ«0-9{].*\.$/s);
  }
}

function failed(faults: readonly PackFault[]): never {
  throw new Error(faults.map((one) => `${one.file}:${one.line} ${one.message}`).join('\n') || 'no fault at all');
}

/** Words that only the library would say. */
const ENGLISH =
  /\b(expected|invalid|input|received|must|should|required|unrecognized|too (small|big)|string|undefined)\b/i;
