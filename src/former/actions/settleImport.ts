import { lockEnrolment, subjectOf } from '../../enrolment/index.ts';
import { readMoment } from '../../platform/clock.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import type { FormerActDeps } from '../deps.ts';
import { formerSubject } from '../events.ts';
import { postedTexts } from '../personTexts.ts';
import type { Refusal } from '../refusals.ts';
import {
  awaitImports,
  countLinked,
  type FormerImport,
  findImport,
  lastRank,
  listImports,
  markWritten,
  takeBackImport,
} from '../store/imports.ts';
import { linksIn } from '../store/links.ts';
import { giveMarks } from './giveMarks.ts';
import { tellAnswer } from './tellAnswer.ts';

type Order = { readonly academy: string; readonly id: string; readonly by: string };

/**
 * What was shown is written, if nothing was confirmed or taken back since. Whoever has marks of these lines already gets what they say
 * now, and is told.
 */
export function confirmImport(deps: FormerActDeps, act: Act, { academy, id }: Order): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    await awaitImports(tx, academy);
    const found = await findImport(tx, academy, id);
    if (found === null) return refuse({ code: 'import-gone' });
    // Two clicks are one.
    if (found.rank !== null) return found.takenBackAt === null ? ok(null) : refuse({ code: 'import-written' });
    if (found.afterRank !== (await lastRank(tx, academy))) return refuse({ code: 'import-overtaken' });
    const rank = await markWritten(tx, academy, id);
    const { lines, persons, added, changed, expired, sha256 } = found;
    const said = { importId: id, rank, lines, persons, added, changed, expired, sha256 };
    await deps.events.publish(tx, act, 'former.imported', formerSubject(academy), said);
    const links = await linksIn(tx, academy, id);
    await giveMarks(tx, academy, links, parisDay((await readMoment(tx, act)).now));
    const told = new Map(links.map(({ candidateId, enrolmentId }) => [candidateId, enrolmentId]));
    for (const enrolmentId of told.values()) {
      const enrolment = await lockEnrolment(tx, enrolmentId);
      if (enrolment === null) continue;
      const payload = { enrolmentId, importId: id };
      const eventId = await deps.events.publish(tx, act, 'former.changed', subjectOf(enrolment), payload);
      await tellAnswer(deps, tx, enrolmentId, eventId, postedTexts.changed);
    }
    return ok(null);
  });
}

/** Which of the files that were confirmed may be taken back: the last that stands. Those after it leaned on nothing else. */
export function lastStanding(imports: readonly FormerImport[]): string | null {
  return imports.find(({ takenBackAt }) => takenBackAt === null)?.id ?? null;
}

/** As long as nobody has marks of it. */
export function takeBack(
  deps: FormerActDeps,
  act: Act,
  { academy, id, by, words }: Order & { readonly words: string },
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    await awaitImports(tx, academy);
    const found = await findImport(tx, academy, id);
    if (found === null) return refuse({ code: 'import-gone' });
    if (found.rank === null || lastStanding(await listImports(tx, academy)) !== id)
      return refuse({ code: 'import-not-last' });
    if ((await countLinked(tx, id)) > 0) return refuse({ code: 'import-used' });
    await takeBackImport(tx, id, by, words);
    const said = { importId: id, rank: found.rank, words };
    await deps.events.publish(tx, act, 'former.takenBack', formerSubject(academy), said);
    return ok(null);
  });
}
