import { findEnrolmentOf, subjectOf } from '../../../enrolment/index.ts';
import { transact } from '../../../platform/database/transact.ts';
import { type Act, record } from '../../../platform/journal.ts';
import { ok, type Result, refuse } from '../../../platform/result.ts';
import type { PersonDeps } from '../../deps.ts';
import { MOST } from '../changeover.ts';
import type { Refusal } from '../refusals.ts';
import {
  awaitLists,
  countOvertaken,
  findImport,
  listImports,
  listPairs,
  markWritten,
  settleLine,
  takeBackList,
} from '../store/imports.ts';

type Order = { readonly academy: string; readonly id: string; readonly by: string };
/** By its line: is it the person who is registered here? */
export type SaidPairs = (line: string) => 'same' | 'other' | null;

/** What was shown is taken over, all of it, if no other list brought the same people since. Two clicks are one. */
export function confirmList(
  { db }: Pick<PersonDeps, 'db'>,
  act: Act,
  { academy, id, by, said }: Order & { readonly said: SaidPairs },
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(db, async (tx) => {
    await awaitLists(tx, academy);
    const found = await findImport(tx, academy, id);
    if (found === null) return refuse({ code: 'import-gone' });
    if (found.writtenAt !== null) return found.takenBackAt === null ? ok(null) : refuse({ code: 'import-taken-back' });
    if ((await countOvertaken(tx, id)) > 0) return refuse({ code: 'import-overtaken' });
    const pairs = await listPairs(tx, id);
    if (pairs.length > MOST.pairs) return refuse({ code: 'too-many-pairs' });
    if (pairs.some(({ line }) => said(line) === null)) return refuse({ code: 'pairs-unsaid' });
    await markWritten(tx, id);
    const joined = pairs.filter(({ line }) => said(line) === 'same');
    for (const { line, enrolmentId, number } of joined) {
      await settleLine(tx, line, enrolmentId, by);
      const enrolment = await findEnrolmentOf(tx, academy, enrolmentId);
      if (enrolment !== null) await record(tx, act, 'changeover.joined', subjectOf(enrolment), { enrolmentId, number });
    }
    const { session, lines, known, sha256 } = found;
    await record(tx, act, 'changeover.imported', subject(academy, session), {
      importId: id,
      lines,
      known,
      joined: joined.length,
      sha256,
    });
    return ok(null);
  });
}

/** As long as nothing was begun from it. */
export function takeBack(
  { db }: Pick<PersonDeps, 'db'>,
  act: Act,
  { academy, id, by, words }: Order & { readonly words: string },
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(db, async (tx) => {
    await awaitLists(tx, academy);
    const found = (await listImports(tx, academy)).find((one) => one.id === id);
    if (found === undefined) return refuse({ code: 'import-gone' });
    if (found.takenBackAt !== null) return refuse({ code: 'import-taken-back' });
    if (found.settled > 0) return refuse({ code: 'import-used' });
    await takeBackList(tx, id, by, words);
    const said = { importId: id, lines: found.lines, words };
    await record(tx, act, 'changeover.takenBack', subject(academy, found.session), said);
    return ok(null);
  });
}

function subject(academy: string, session: string) {
  return { stream: `changeover:${academy}`, academy, session };
}
