import { actBy } from '../../../accounts/index.ts';
import {
  type Enrolment,
  type EnrolmentId,
  findEnrolmentsOf,
  listOwnEnrolments,
  subjectOf,
} from '../../../enrolment/index.ts';
import { giveBack, type Patience, takeTurn } from '../../../platform/http/throttle.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { record } from '../../../platform/journal.ts';
import { ok, type Result } from '../../../platform/result.ts';
import { type AtDesk, type Scope, visibleEnrolment } from '../../../scope/index.ts';
import { type Faulty, faulty } from '../../../ui/index.ts';
import { ofFormerNumber } from '../../changeover/store/lines.ts';
import type { PersonDeps } from '../../deps.ts';
import { callsTexts as say } from '../callsTexts.ts';
import type { Said } from '../pages/findPage.tsx';

/** What found nobody, or namesakes, of one officer within an hour: beyond, whoever tries names waits. */
const MISSES: Patience = { free: 20, firstWaitSeconds: 60, longestWaitSeconds: 900, forgetAfterSeconds: 3_600 };
/** The enrolment that they saved last among those of this academy that are nobody's yet, or that this person may see. */
export async function findCaller(
  deps: PersonDeps,
  visit: Visit,
  { staff, scope }: AtDesk,
  { former, ...of }: Said,
): Promise<Result<EnrolmentId, never> | Faulty> {
  const misses = `calls ${staff.accountId}`;
  // Before it is looked for: an answer would be one try more.
  const turn = await takeTurn(deps.db, misses, MISSES);
  if (!turn.allowed) return faulty({ field: null, message: say.tooMany(Math.ceil(turn.waitSeconds / 60)) });
  const people = await deps.accounts.findByWhatIsSaid(deps.db, {
    ...of,
    bearers: await bearersOf(deps, scope, former),
  });
  const each = await Promise.all(people.map(({ accountId }) => openTo(deps, scope, accountId)));
  const found = each.filter((enrolments) => enrolments.length > 0);
  const [own = []] = found;
  const [last] = own;
  if (last === undefined) return faulty({ field: null, message: say.nobody });
  if (found.length > 1) return faulty({ field: null, message: say.several });
  await giveBack(deps.db, misses);
  await deps.db.transaction().execute(async (tx) => {
    for (const enrolment of own.filter(({ number }) => number === null))
      await record(tx, actBy(visit, staff), 'draft.found', subjectOf(enrolment), { enrolmentId: enrolment.id });
  });
  return ok(last.id);
}

/** Whose enrolments were opened from this number of a list; null: no number was said. */
async function bearersOf(
  { db }: PersonDeps,
  { academy }: Scope,
  former: string | null,
): Promise<readonly string[] | null> {
  if (former === null) return null;
  const own = await findEnrolmentsOf(db, academy, await ofFormerNumber(db, academy, former));
  return own.map(({ candidateId }) => candidateId);
}

/** The last saved first. A draft is nobody's yet: of all sessions of the academy that are known. */
async function openTo(deps: PersonDeps, scope: Scope, candidate: string): Promise<readonly Enrolment[]> {
  const own = (await listOwnEnrolments(deps.db, candidate)).filter(
    ({ academy, session, status }) =>
      academy === scope.academy && scope.sessions.includes(session) && status !== 'abandoned',
  );
  const open = await Promise.all(
    own.map(({ number, id }) => number === null || visibleEnrolment(deps.db, scope, id).then((seen) => seen !== null)),
  );
  return own.filter((_, index) => open[index]);
}
