import type { PackFile } from '../../catalogue/index.ts';
import { entriesOn, type PackEntry } from './entries.ts';
import { isRecord, listAt, textAt } from './yamlTree.ts';

/** The academy that a session is of: its own word, or that of the one that it is made from. */
function academyOfSession(files: readonly PackFile[], session: PackEntry): string {
  const own = textAt(session.value, ['academy']);
  if (own !== '') return own;
  const base = textAt(session.value, ['basedOn']);
  const found = entriesOn(files, 'sessions').find(({ value }) => textAt(value, ['code']) === base);
  return base === '' || found === undefined ? '' : textAt(found.value, ['academy']);
}

/** One that names no academy of the draft is everybody's to mend. */
export function isOwnSession(files: readonly PackFile[], session: PackEntry, academy: string): boolean {
  const owner = academyOfSession(files, session);
  return owner === academy || entriesOn(files, 'academies').every(({ value }) => textAt(value, ['code']) !== owner);
}

/** Those of the other academies aside. */
export function ownSessions(files: readonly PackFile[], academy: string): readonly PackEntry[] {
  return entriesOn(files, 'sessions').filter((one) => isOwnSession(files, one, academy));
}

/**
 * The other academies, by name, whose rules a change would touch: their file, their sessions. Which of their groups follows a
 * speciality may be said by whoever adds it: the pack asks it of all of them.
 */
export function othersTouched(
  before: readonly PackFile[],
  after: readonly PackFile[],
  academy: string,
): readonly string[] {
  const was = ruledBy(before);
  const is = ruledBy(after);
  const touched = new Set(
    [...new Set([...was.keys(), ...is.keys()])].flatMap((file) => {
      const [old, next] = [was.get(file), is.get(file)];
      return old?.said === next?.said ? [] : [old?.academy ?? '', next?.academy ?? ''];
    }),
  );
  return entriesOn(before, 'academies').flatMap(({ value }) => {
    const code = textAt(value, ['code']);
    return code !== academy && touched.has(code) ? [textAt(value, ['name'])] : [];
  });
}

type Ruled = { readonly academy: string; readonly said: string };

/** What each file of one academy alone says. */
function ruledBy(files: readonly PackFile[]): ReadonlyMap<string, Ruled> {
  return new Map([
    ...entriesOn(files, 'academies').map((one): [string, Ruled] => [
      one.file,
      { academy: textAt(one.value, ['code']), said: JSON.stringify(withoutCharges(one.value)) },
    ]),
    ...entriesOn(files, 'sessions').map((one): [string, Ruled] => [
      one.file,
      { academy: academyOfSession(files, one), said: JSON.stringify(one.value) },
    ]),
  ]);
}

function withoutCharges(academy: PackEntry['value']): unknown {
  const portfolios = listAt(academy, ['portfolios']).map((one) => (isRecord(one) ? { ...one, specialities: [] } : one));
  return { ...academy, portfolios };
}
