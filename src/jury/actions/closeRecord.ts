import { accountTexts, personName } from '../../accounts/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import { type RecordFrame, recordContent } from '../contents/record.ts';
import { RESULT } from '../decisions.ts';
import { type Deliberation, readDeliberation } from '../deliberation.ts';
import type { JuryActDeps } from '../deps.ts';
import { subjectOf } from '../events.ts';
import type { Jury, Member } from '../jury.ts';
import { recordTexts } from '../recordTexts.ts';
import type { Refusal } from '../refusals.ts';
import { decisionOf } from '../rules/juryStanding.ts';
import type { UnitOf } from '../rules/readiness.ts';
import { writeClosing, writeProposal } from '../store/juries.ts';
import { namesOf } from '../store/names.ts';
import { insertSheet } from '../store/sheets.ts';
import { insertVerdicts, type VerdictSaid } from '../store/verdicts.ts';
import { recordName } from '../verdict.ts';
import { endSitting } from './composeJury.ts';
import { confirm } from './confirm.ts';
import { decideAsJury } from './decideAsJury.ts';
import { type JuryOrder, onJury } from './onJury.ts';

type Deps = Pick<JuryActDeps, 'db' | 'events' | 'catalogue' | 'accounts' | 'jobs'>;

/** Which batches of replacement tests the page named, in one word each: whoever closes says that they do so without them. */
type Without = { readonly without: readonly string[] };

/** « speciality/U20-R » */
export function laterKey({ speciality, unit }: UnitOf): string {
  return `${speciality}/${unit}`;
}

/** The first of the two persons: from then on nothing of the jury changes. */
export function proposeClosing(deps: Deps, act: Act, order: JuryOrder & Without): Promise<Result<null, Refusal>> {
  return onJury(deps, act, order, 'ask-to-close', async (tx, jury) => {
    const found = await ready(deps, act, tx, jury, order);
    if (!found.ok) return found;
    await endSitting(tx, jury, found.value.now, order.by);
    await writeProposal(tx, jury, order.by);
    await deps.events.publish(tx, act, 'jury.proposed', subjectOf(jury), { juryId: jury.id });
    return ok(null);
  });
}

/** Back to the deliberation, with the reason: by whoever runs juries, the one who asked too. */
export function giveBack(
  deps: Deps,
  act: Act,
  order: JuryOrder & { readonly reason: string },
): Promise<Result<null, Refusal>> {
  return onJury(deps, act, order, 'give-back', async (tx, jury) => {
    await writeProposal(tx, jury, null);
    const { reason } = order;
    await deps.events.publish(tx, act, 'jury.reopened', subjectOf(jury), { juryId: jury.id, reason });
    return ok(null);
  });
}

/** The second person: what is decided of each candidate is written down for good. Gives the name of the record. */
export function closeRecord(
  deps: Deps,
  act: Act,
  order: JuryOrder & Without & { readonly member: Member | null },
): Promise<Result<string, Refusal>> {
  return onJury(deps, act, order, 'close', async (tx, jury) => {
    const found = await ready(deps, act, tx, jury, order);
    if (!found.ok) return found;
    const { deliberation, now } = found.value;
    const second = await confirm(deps, tx, jury.proposedBy, order, deliberation.rules.jury);
    if (!second.ok) return second;
    const said = deliberation.candidates.map(
      ({ account, points }): VerdictSaid => ({
        enrolmentId: account.enrolmentId,
        addition: 0,
        decision: decisionOf(account.judgement),
        account,
        juryPoints: points,
      }),
    );
    const { year } = deliberation.rules.session;
    const record = recordName(year, await writeClosing(tx, jury, year, second.value));
    const { rules, composition } = deliberation;
    if (rules.jury === null || composition === null) return refuse({ code: 'rules-missing' });
    const decided = await decideAsJury(deps, tx, act, RESULT, {
      jury,
      enrolmentId: null,
      facts: [record],
      reason: '',
    });
    if (!decided.ok) return decided;
    await insertVerdicts(tx, decided.value, { juryId: jury.id, academy: jury.academy, session: jury.session }, said);
    const frame = await frameFor(deps, tx, jury, { record, now, said });
    if (frame === null) return refuse({ code: 'rules-missing' });
    const persons = await personsOf(deps, tx, jury.academy);
    const content = recordContent({
      ...frame,
      rules: rules.jury,
      members: deliberation.members,
      moments: deliberation.moments,
      candidates: deliberation.candidates,
      composition,
      later: deliberation.laterBatches,
      said,
      two: deliberation.rules.pass.professional !== null,
      persons: { asked: persons(jury.proposedBy), confirmed: persons(order.by, order.member) },
    });
    const sheetId = await insertSheet(tx, jury, 0, content);
    const count = (decision: VerdictSaid['decision']): number => said.filter((one) => one.decision === decision).length;
    await deps.events.publish(tx, act, 'jury.closed', subjectOf(jury), {
      juryId: jury.id,
      record,
      admitted: count('ADMITTED'),
      refused: count('REFUSED'),
      notJudged: count('NOT_JUDGED'),
    });
    await deps.jobs.enqueue(tx, 'jury.print', { sheetId });
    return ok(record);
  });
}

/** As it stands now, with its marks held still; refused while anything is in the way. */
async function ready(
  { catalogue }: Deps,
  act: Act,
  tx: Tx,
  jury: Jury,
  { without }: Without,
): Promise<Result<{ readonly deliberation: Deliberation; readonly now: Temporal.Instant }, Refusal>> {
  const { now } = await readMoment(tx, act);
  const today = parisDay(now);
  const deliberation = await readDeliberation(tx, catalogue(), jury, today, true);
  if (deliberation === null) return refuse({ code: 'not-found' });
  const { rules, obstacles } = deliberation;
  if (rules.jury === null || rules.step === null) return refuse({ code: 'rules-missing' });
  if (obstacles.length > 0) return refuse({ code: 'obstacles', count: obstacles.length });
  if (deliberation.laterBatches.some((one) => !without.includes(laterKey(one))))
    return refuse({ code: 'replacements-open' });
  return ok({ deliberation, now });
}

/** What a record of this jury stands in, with the names of whom it speaks of. */
export async function frameFor(
  { catalogue }: Pick<Deps, 'catalogue'>,
  db: Database,
  jury: Jury,
  of: {
    readonly record: string;
    readonly now: Temporal.Instant;
    readonly said: readonly Pick<VerdictSaid, 'enrolmentId'>[];
  },
): Promise<RecordFrame | null> {
  const rules = catalogue();
  const session = rules.session(jury.session);
  const exam = session === undefined ? undefined : rules.exam(session.exam);
  const academy = rules.academy(jury.academy);
  if (session === undefined || exam === undefined || academy === undefined) return null;
  const names = await namesOf(
    db,
    jury.academy,
    of.said.map(({ enrolmentId }) => enrolmentId),
  );
  return {
    exam,
    session,
    academy,
    jury,
    record: of.record,
    now: of.now,
    specialityName: (cfd) => rules.specialityOf(session, cfd)?.name ?? cfd,
    nameOf: (id) => {
      const person = names.get(id as EnrolmentId);
      return person === undefined ? '' : `${accountTexts.civilities[person.civility]} ${personName(person)}`;
    },
  };
}

/** Who acted, by the name that the record prints. */
export async function personsOf(
  { accounts }: Pick<Deps, 'accounts'>,
  db: Database,
  academy: string,
): Promise<(account: string | null, member?: Member | null) => string> {
  const names = new Map<string, string>(
    (await accounts.listStaff(db, academy)).map(({ accountId, name }) => [accountId, name]),
  );
  return (account, member = null) =>
    member?.name ?? (account === null ? undefined : names.get(account)) ?? recordTexts.closing.unnamed;
}
