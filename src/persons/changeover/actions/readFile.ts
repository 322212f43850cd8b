import { createHash } from 'node:crypto';
import type { ResolvedSession } from '../../../catalogue/index.ts';
import { readMoment } from '../../../platform/clock.ts';
import { transact } from '../../../platform/database/transact.ts';
import type { Act } from '../../../platform/journal.ts';
import { ok, type Result, refuse } from '../../../platform/result.ts';
import type { TableReader } from '../../../platform/tables/reader.ts';
import { parisDay } from '../../../platform/time.ts';
import type { LineFault } from '../../../ui/index.ts';
import type { PersonDeps } from '../../deps.ts';
import type { CarriedLine } from '../changeover.ts';
import { changeoverTexts } from '../changeoverTexts.ts';
import { faultTexts } from '../faultTexts.ts';
import type { KnownSpeciality } from '../rules/readLine.ts';
import { personKey, readList } from '../rules/readList.ts';
import { awaitLists, keepList, listKnown } from '../store/imports.ts';

export type ReadOrder = {
  readonly session: ResolvedSession;
  readonly by: string;
  readonly name: string;
  readonly bytes: Buffer;
};

type TableRefusal = Extract<Awaited<ReturnType<TableReader['read']>>, { readonly ok: false }>['error'];
/** All that is wrong with the file, or why it can't be read now. Nothing of it is kept then. */
export type ReadRefusal =
  | { readonly kind: 'faults'; readonly faults: readonly LineFault[] }
  | { readonly kind: 'table'; readonly why: TableRefusal };

/**
 * Reads a list and keeps it until the same person confirms it. Gives its id. Who was taken over already under the same number is left
 * aside, so that a file that is given twice changes nothing.
 */
export async function readFile(
  deps: Pick<PersonDeps, 'db' | 'catalogue' | 'tables'>,
  act: Act,
  { session, by, name, bytes }: ReadOrder,
): Promise<Result<string, ReadRefusal>> {
  const { academy, code } = session;
  const table = await deps.tables.read(bytes);
  if (!table.ok) return refuse({ kind: 'table', why: table.error });
  const { now } = await readMoment(deps.db, act);
  const read = readList(table.value, {
    today: parisDay(now),
    year: session.year,
    departments:
      deps
        .catalogue()
        .academy(academy)
        ?.departments.map((one) => one.code) ?? [],
    speciality: specialitiesOf(deps, session),
  });
  if (read.faults.length > 0) return refuse({ kind: 'faults', faults: read.faults });
  return transact<string, ReadRefusal>(deps.db, async (tx) => {
    await awaitLists(tx, academy);
    const known = await listKnown(
      tx,
      { academy, session: code },
      read.lines.map(({ number }) => number),
    );
    const persons = new Map(known.map((one) => [one.number, personKey(one)]));
    const others = read.lines.filter((line) => (persons.get(line.number) ?? personKey(line)) !== personKey(line));
    if (others.length > 0) return refuse({ kind: 'faults', faults: others.map(taken) });
    const fresh = read.lines.filter(({ number }) => !persons.has(number));
    if (fresh.length === 0)
      return refuse({ kind: 'faults', faults: [{ line: null, message: changeoverTexts.import.nothingNew }] });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return ok(await keepList(tx, { academy, session: code, name, sha256, by }, fresh, known.length));
  });
}

function taken({ at, number }: CarriedLine): LineFault {
  return { line: at, message: faultTexts.otherPerson(number) };
}

/** By the eight figures of its code, or by the last five as the system in place writes it. */
function specialitiesOf(
  { catalogue }: Pick<PersonDeps, 'catalogue'>,
  session: ResolvedSession,
): (code: string) => KnownSpeciality | null {
  const all = catalogue()
    .specialitiesOf(session)
    .flatMap(({ speciality }) => {
      const portfolio = catalogue().portfolioOf(speciality, session.academy)?.code;
      return portfolio === undefined ? [] : [{ speciality: speciality.cfd, portfolio }];
    });
  const byCode = new Map([
    ...all.map((one) => [one.speciality.slice(3), one] as const),
    ...all.map((one) => [one.speciality, one] as const),
  ]);
  return (code) => byCode.get(code) ?? null;
}
