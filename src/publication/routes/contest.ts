import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { candidateOfEnrolment, type OwnEnrolment, whereOf } from '../../enrolment/index.ts';
import { isLate, lastDayToAppeal } from '../../law/index.ts';
import { decisionsToldTo, remediesAgainst, toldDecisionsById } from '../../papers/index.ts';
import { idempotencyKey } from '../../platform/http/once.ts';
import { file, type Guard, type Reply, type Route, reaching, route, type Visit } from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import { isUuid } from '../../platform/uuid.ts';
import { act, emptyForm, type FormState, frameOf, show } from '../../ui/index.ts';
import { askAfter } from '../actions/askAfter.ts';
import { addresses } from '../addresses.ts';
import { caseTexts } from '../caseTexts.ts';
import type { PublicationDeps } from '../deps.ts';
import { ContestPage, contestFields } from '../pages/contestPage.tsx';
import { refusals } from '../refusals.ts';
import { findLetter, type LetterReader } from '../store/caseLetters.ts';
import { listOwnCases } from '../store/cases.ts';
import { type TimedCase, timedCases } from '../timedCases.ts';

type AtDecision = OwnEnrolment & {
  readonly decision: Awaited<ReturnType<typeof toldDecisionsById>>[number];
  readonly asked: TimedCase | null;
};

/** Its candidate, and a decision that they were told of and may contest, or contested. */
function candidateOfDecision(deps: PublicationDeps): Guard<AtDecision> {
  return reaching(candidateOfEnrolment(deps), 'a decision told to them', async (own, visit) => {
    const found = await readDecision(deps, own, visit.params.decision);
    return found === null ? null : { ...own, ...found };
  });
}

async function readDecision(
  deps: PublicationDeps,
  { enrolment }: OwnEnrolment,
  decisionId: string | undefined,
): Promise<Pick<AtDecision, 'decision' | 'asked'> | null> {
  if (!isUuid(decisionId)) return null;
  const now = deps.clock.now();
  const cases = (await listOwnCases(deps.db, enrolment.id)).filter(({ contestedId }) => contestedId === decisionId);
  const [asked = null] = await timedCases(deps, deps.db, cases, now);
  const told =
    asked === null
      ? await decisionsToldTo(deps.db, enrolment, now)
      : await toldDecisionsById(deps.db, [decisionId], now);
  const decision = told.find(({ id, enrolmentId }) => id === decisionId && enrolmentId === enrolment.id);
  return decision === undefined ? null : { decision, asked };
}

export function contestRoutes(deps: PublicationDeps): readonly Route[] {
  const path = addresses.contest(':id', ':decision');
  const who = candidateOfDecision(deps);
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showContest(deps, visit, at) }),
    act({
      path,
      who,
      refusals,
      note: "Le candidat dont c'est le dossier conteste une décision qui lui a été notifiée.",
      fields: contestFields,
      do: ({ precisions: words }, { candidate, enrolment, decision }, visit) => {
        const order = { enrolmentId: enrolment.id, kind: decision.id, words, accountId: candidate.accountId };
        return askAfter(deps, actBy(visit, candidate), { ...order, key: idempotencyKey(visit.body.cle) });
      },
      to: (_, { enrolment, decision }) => addresses.contest(enrolment.id, decision.id, { message: 'envoye' }),
      again: (...shown) => showContest(deps, ...shown),
    }),
    route({
      method: 'GET',
      path: addresses.ownLetter(':id', ':demande'),
      who: candidateOfEnrolment(deps),
      handle: (visit, { enrolment }) => giveLetter(deps, visit, { enrolmentId: enrolment.id }),
    }),
  ];
}

async function showContest(
  deps: PublicationDeps,
  visit: Visit,
  { candidate, enrolment, decision, asked }: AtDecision,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const theirs = await deps.candidateChrome(visit, candidate, enrolment);
  // The officer at the foot isn't whom to ask of health.
  const chrome = decision.confidential ? { ...theirs, officer: null } : theirs;
  const academy = deps.catalogue().academy(enrolment.academy);
  const { notifiedOn } = decision;
  const today = parisDay(deps.clock.now());
  const until = notifiedOn === null ? null : lastDayToAppeal(notifiedOn, whereOf(academy, enrolment));
  return show(
    h(ContestPage, {
      ...frameOf(chrome, visit, { envoye: caseTexts.contest.sent }),
      enrolmentId: enrolment.id,
      decision,
      asked,
      until,
      isOver: isLate(today, until),
      today,
      remedies:
        academy === undefined ? [] : remediesAgainst({ academy, enrolment }, { until, health: decision.confidential }),
      idempotencyKey: idempotencyKey(visit.body?.cle) ?? randomUUID(),
      state,
    }),
    status,
  );
}

/** The scan of the letter that a request came by, to whoever may read that request. */
export async function giveLetter(
  { db, files }: Pick<PublicationDeps, 'db' | 'files'>,
  { params }: Visit,
  by: LetterReader,
): Promise<Reply> {
  const found = await findLetter(db, params.demande, by);
  if (found?.fileKey && found.type && found.size) {
    const name = `demande.${found.type === 'image/jpeg' ? 'jpg' : 'pdf'}`;
    return file(await files.open(found.fileKey), found.type, name, 'attachment', found.size);
  }
  const code = found === null ? 'not-found' : 'no-letter';
  const words = Buffer.from(refusals.inWords({ code }));
  const said = file(words, 'text/plain; charset=utf-8', 'demande.txt', 'inline', words.length);
  return { ...said, status: refusals.status({ code }) };
}
