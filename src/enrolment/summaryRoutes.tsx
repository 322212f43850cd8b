import { randomUUID } from 'node:crypto';
import { noticeAgreementOf, noticeOffer } from '../accounts/index.ts';
import { momentOnPage } from '../platform/clock.ts';
import { idempotencyKey } from '../platform/http/once.ts';
import { type Guard, type Reply, type Route, redirect, route, type Visit } from '../platform/http/visit.ts';
import { emptyForm, type Flash, type FormState, parseForm, show, typedForm, withFault } from '../ui/index.ts';
import { type Registered, registerEnrolment } from './actions/registerEnrolment.ts';
import { civilStatusLines, refuseWriting, writtenDossier } from './answers.tsx';
import { officersToAsk } from './contacts.ts';
import type { WritingDeps } from './deps.ts';
import { stampOf } from './enrolment.ts';
import { RecapitulatifPage } from './pages/recapitulatifPage.tsx';
import { REASONS_READ, reserveFieldOf } from './pages/registerForm.tsx';
import type { OpenedForWriting } from './pen.ts';
import { refusals } from './refusals.ts';
import { reserveAhead } from './reserve.ts';
import { completeReview, reviewAnswers } from './review.ts';
import { refuseChange } from './rules/changes.ts';
import { stepRoutes, whileHeld } from './stepRoutes.tsx';
import { lockedForm } from './steps/qualification/questions.ts';
import { textIn } from './steps/reading.ts';
import { placeOf } from './steps/steps.ts';
import { findOwnEnrolment } from './store.ts';
import { changedLines, ownSummaryOf, summaryOf } from './summary.ts';
import { changesBetween } from './versions.ts';

/** The steps and the summary under `base`, for whoever holds the pen. */
export function writingRoutes(deps: WritingDeps, who: Guard<OpenedForWriting>, base: string): readonly Route[] {
  const path = `${base}/recapitulatif`;
  return [
    ...stepRoutes(deps, who, base),
    route({ method: 'GET', path, who, handle: whileHeld((visit, own) => showSummary(deps, visit, own)) }),
    route({
      method: 'POST',
      path,
      who,
      note: "Qui tient la plume, le candidat ou le gestionnaire qui saisit pour lui, enregistre l'inscription.",
      handle: (visit, own) =>
        own.pen.lastEntry === null
          ? whileHeld((again, theirs) => register(deps, again, theirs))(visit, own)
          : register(deps, visit, own),
    }),
  ];
}

/** What the hub says of an *Enregistrer*. */
function messageOf({ changed, onlyHealth }: Registered): string {
  if (changed) return 'enregistre';
  return onlyHealth === true ? 'enregistre-sans-signer' : 'inchange';
}

async function showSummary(
  deps: WritingDeps,
  visit: Visit,
  own: OpenedForWriting,
  flash: Flash | null = null,
  status = 200,
  state: FormState = emptyForm,
): Promise<Reply> {
  const { person, enrolment, pen } = own;
  const dossier = writtenDossier(deps, own);
  const reviewed = reviewAnswers(dossier);
  const review = completeReview(reviewed);
  if (review === null) return redirect(`${pen.addresses.step(enrolment.id, reviewed.next)}?ordre=1`);
  const registered =
    enrolment.number === null ? null : completeReview(reviewAnswers(writtenDossier(deps, own, 'registered')));
  const inWords = pen.by === 'office' ? summaryOf : ownSummaryOf;
  const blocks = inWords(dossier, review);
  const before = registered === null ? null : inWords(writtenDossier(deps, own, 'registered'), registered);
  return show(
    <RecapitulatifPage
      pen={pen}
      chrome={await pen.chrome(visit, enrolment)}
      place={placeOf(dossier.exam, 'recapitulatif')}
      enrolment={enrolment}
      civilStatus={civilStatusLines(person)}
      blocks={blocks}
      changes={before === null ? new Map() : changedLines(before, blocks)}
      differences={changesBetween(before, blocks)}
      ahead={await reserveAhead(deps.db, enrolment, dossier, review)}
      contacts={officersToAsk(dossier)}
      exam={dossier.exam}
      freeForm={lockedForm(dossier, review.informations) === null}
      state={state}
      shut={refuseChange(enrolment, pen.window(dossier.session), momentOnPage(deps, visit))}
      csrf={visit.csrf()}
      idempotencyKey={randomUUID()}
      stamp={stampOf(dossier.answers)}
      notice={await noticeFor(deps, own)}
      flash={flash}
    />,
    status,
  );
}

async function register(deps: WritingDeps, visit: Visit, own: OpenedForWriting): Promise<Reply> {
  const { person, enrolment, pen } = own;
  const { lastEntry: entry, addresses } = pen;
  const dossier = writtenDossier(deps, own);
  const reserveField = reserveFieldOf(pen.by);
  const order = {
    id: enrolment.id,
    candidateId: person.accountId,
    stamp: textIn(visit.body, 'version'),
    reserveRead: parseForm([reserveField], visit.body).ok ? textIn(visit.body, REASONS_READ).split(' ') : null,
    key: idempotencyKey(visit.body.cle),
    // Whether notices may come by mail is the candidate's own word.
    noticeAccepted: pen.by === 'candidate' && visit.body[noticeOffer.name] !== undefined,
    ...(entry === null ? {} : { entry: { id: entry.id, mayFollow: (portfolio: string) => pen.mayFollow(portfolio) } }),
  };
  const done = await registerEnrolment(deps, pen.act(visit), order);
  if (done.ok) return redirect(pen.done(enrolment.id, messageOf(done.value)));
  if (done.error.code === 'incomplete')
    return redirect(`${addresses.step(enrolment.id, reviewAnswers(dossier).next)}?ordre=1`);
  if (done.error.code === 'reserve-unread') {
    const state = withFault(typedForm([noticeOffer], visit.body), reserveField.name, reserveField.missing);
    return showSummary(deps, visit, own, null, refusals.status({ code: 'reserve-unread' }), state);
  }
  if (done.error.code === 'written-elsewhere')
    return showSummary(
      deps,
      visit,
      await readAgain(deps, own),
      { tone: 'warn', text: pen.inWords(done.error) },
      refusals.status(done.error),
    );
  return refuseWriting(visit, own, done.error, addresses.hub(enrolment.id));
}

async function noticeFor(
  deps: WritingDeps,
  { person, pen, enrolment }: OpenedForWriting,
): Promise<'offered' | 'accepted' | 'not-asked'> {
  if (pen.by === 'office') return 'not-asked';
  if ((await noticeAgreementOf(deps.db, person.accountId)) !== null) return 'accepted';
  // Who left it unticked once isn't asked at each modification: « Mon compte » has it.
  return enrolment.number === null ? 'offered' : 'not-asked';
}

/** As it stands now that somebody else was found to have written. */
async function readAgain(deps: WritingDeps, own: OpenedForWriting): Promise<OpenedForWriting> {
  const found = await findOwnEnrolment(deps.db, own.enrolment.id, own.person.accountId);
  return { ...own, enrolment: found ?? own.enrolment };
}
