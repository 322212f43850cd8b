import { lacksReason } from '../../decisions/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { atVersion } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import type { Json } from '../../platform/keys.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import { readAccounts } from '../../results/index.ts';
import { additionContent } from '../contents/addition.ts';
import { RECTIFICATION } from '../decisions.ts';
import { sessionRules } from '../deliberation.ts';
import type { JuryActDeps } from '../deps.ts';
import { subjectOf } from '../events.ts';
import { ADDITION_LIFE, type Jury, type Member, MOST } from '../jury.ts';
import type { Refusal } from '../refusals.ts';
import { whyNotAdded } from '../rules/againstAdmission.ts';
import { anewOf, type SaidAnew, type WantedAddition, wantedOf } from '../rules/saidAnew.ts';
import {
  type Addition,
  dropAddition,
  findAddition,
  insertAddition,
  keepAddition,
  listAdditions,
} from '../store/additions.ts';
import { insertSheet } from '../store/sheets.ts';
import { admittedSince, insertVerdicts, readVerdicts } from '../store/verdicts.ts';
import type { JuryVerdict } from '../verdict.ts';
import { frameFor, personsOf } from './closeRecord.ts';
import { confirm } from './confirm.ts';
import { decideAsJury } from './decideAsJury.ts';
import { type JuryOrder, onJury } from './onJury.ts';

type Deps = Pick<JuryActDeps, 'db' | 'events' | 'catalogue' | 'accounts' | 'jobs'>;

/** What an addition would say of a candidate now, beside what the record says. */
export type AdditionEffect = { readonly said: JuryVerdict; readonly anew: SaidAnew };

export async function effectOf(
  { catalogue }: Pick<Deps, 'catalogue'>,
  db: Database,
  jury: Jury,
  enrolmentId: EnrolmentId,
  wanted: WantedAddition,
): Promise<Result<AdditionEffect, Refusal>> {
  const rules = sessionRules(catalogue(), jury.session);
  const [said] = (await readVerdicts(db, jury, [enrolmentId])).filter(({ juryId }) => juryId === jury.id);
  if (rules === null || said === undefined) return refuse({ code: 'candidate-unknown' });
  const [today] = await readAccounts(db, catalogue(), jury, [enrolmentId]);
  const anew = anewOf(said, wanted, today ?? null, rules.pass);
  return anew === null ? refuse({ code: 'addition-same' }) : ok({ said, anew });
}

/** The same, where the law still lets an addition say it today. */
async function lawfulEffect(
  deps: Deps,
  tx: Tx,
  act: Act,
  jury: Jury,
  enrolmentId: EnrolmentId,
  wanted: WantedAddition,
): Promise<Result<AdditionEffect, Refusal>> {
  const effect = await effectOf(deps, tx, jury, enrolmentId, wanted);
  if (!effect.ok) return effect;
  const { said, anew } = effect.value;
  const today = parisDay((await readMoment(tx, act)).now);
  const why = whyNotAdded(said, wanted, anew, { admittedAt: await admittedSince(tx, jury, enrolmentId), today });
  return why === null ? effect : refuse(why);
}

/** The first of the two persons. Gives the id of what is proposed. */
export function proposeAddition(
  deps: Deps,
  act: Act,
  order: Omit<JuryOrder, 'rowVersion'> & {
    readonly enrolmentId: EnrolmentId;
    readonly reason: string;
  } & WantedAddition,
): Promise<Result<string, Refusal>> {
  return onJury(deps, act, { ...order, rowVersion: null }, 'add', async (tx, jury) => {
    const { enrolmentId, kind, decision, reason, by } = order;
    const all = await listAdditions(tx, jury);
    const open = all.find((one) => one.enrolmentId === enrolmentId && one.state === 'proposed');
    const same = open?.kind === kind && open.decision === decision && open.reason === reason && open.proposedBy === by;
    if (open !== undefined) return same ? ok(open.id) : refuse({ code: 'addition-open' });
    if (all.length >= MOST.additions) return refuse({ code: 'too-many-additions' });
    if (lacksReason(RECTIFICATION, reason)) return refuse({ code: 'reason-short' });
    const wanted = wantedOf(decision);
    const effect = await lawfulEffect(deps, tx, act, jury, enrolmentId, wanted);
    if (!effect.ok) return effect;
    const id = await insertAddition(tx, jury, { enrolmentId, kind, decision, reason, proposedBy: by });
    const { number } = effect.value.said.account;
    await deps.events.publish(tx, act, 'jury.additionProposed', subjectOf(jury), {
      juryId: jury.id,
      enrolmentId,
      number,
      reason,
    });
    return ok(id);
  });
}

type OnAddition = Omit<JuryOrder, 'rowVersion'> & { readonly addition: string; readonly rowVersion: number };

/** The second person: the record says it from now on. Gives its rank. */
export function confirmAddition(
  deps: Deps,
  act: Act,
  order: OnAddition & { readonly member: Member | null },
): Promise<Result<number, Refusal>> {
  return onProposed(deps, act, order, 'confirm', async (tx, jury, addition) => {
    const rules = sessionRules(deps.catalogue(), jury.session);
    const second = await confirm(deps, tx, addition.proposedBy, order, rules?.jury ?? null);
    if (!second.ok) return second;
    const { enrolmentId, decision, reason } = addition;
    const wanted = wantedOf(decision);
    const effect = await lawfulEffect(deps, tx, act, jury, enrolmentId, wanted);
    if (!effect.ok) return effect;
    const { said, anew } = effect.value;
    const number = await keepAddition(tx, jury, addition.id, second.value);
    const { fallen, ...saying } = anew;
    const decided = await decideAsJury(deps, tx, act, RECTIFICATION, {
      jury,
      enrolmentId,
      facts: [addition.kind],
      reason,
    });
    if (!decided.ok) return decided;
    await insertVerdicts(tx, decided.value, { juryId: jury.id, academy: jury.academy, session: jury.session }, [
      { enrolmentId, addition: number, ...saying },
    ]);
    const { now } = await readMoment(tx, act);
    const frame = await frameFor(deps, tx, jury, { record: said.record, now, said: [{ enrolmentId }] });
    if (frame === null) return refuse({ code: 'not-found' });
    const persons = await personsOf(deps, tx, jury.academy);
    const content = additionContent({
      ...frame,
      number,
      kind: addition.kind,
      reason,
      said,
      anew,
      persons: { asked: persons(addition.proposedBy), confirmed: persons(order.by, order.member) },
    });
    const sheetId = await insertSheet(tx, jury, number, content);
    await deps.events.publish(tx, act, 'jury.added', subjectOf(jury), {
      juryId: jury.id,
      enrolmentId,
      number: said.account.number,
      before: said.decision,
      after: anew.decision,
      reason,
    });
    await deps.jobs.enqueue(tx, 'jury.print', { sheetId });
    return ok(number);
  });
}

/** Takes back what was proposed; nothing was said. */
export function withdrawAddition(
  deps: Deps,
  act: Act,
  order: OnAddition & { readonly reason: string },
): Promise<Result<null, Refusal>> {
  return onProposed(deps, act, order, 'withdraw', async (tx, jury, { id, enrolmentId }) => {
    const [said] = await readVerdicts(tx, jury, [enrolmentId]);
    await dropAddition(tx, id, order.by);
    const number = said?.account.number ?? '';
    const { reason } = order;
    const dropped = { juryId: jury.id, enrolmentId, number, reason };
    await deps.events.publish(tx, act, 'jury.additionDropped', subjectOf(jury), dropped);
    return ok(null);
  });
}

function onProposed<T extends Json>(
  deps: Deps,
  act: Act,
  { addition: asked, rowVersion, ...order }: OnAddition,
  doing: 'confirm' | 'withdraw',
  work: (tx: Tx, jury: Jury, addition: Addition) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return onJury(deps, act, { ...order, rowVersion: null }, 'add', async (tx, jury) => {
    const addition = await findAddition(tx, jury, asked);
    if (addition === null) return refuse({ code: 'not-found' });
    const ended = !ADDITION_LIFE.may(doing, addition.state);
    const versions = { now: addition.rowVersion, seen: rowVersion };
    const changed: Refusal = { code: ended ? 'addition-ended' : 'changed-meanwhile' };
    return atVersion<T, Refusal>(tx, act, versions, changed, () =>
      ended ? Promise.resolve(refuse(changed)) : work(tx, jury, addition),
    );
  });
}
