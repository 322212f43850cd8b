import type { JSX } from 'preact';
import { actBy } from '../accounts/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../platform/http/visit.ts';
import { type Body, type Field, type Flash, type FormState, show, type Typed, typedIn } from '../ui/index.ts';
import { saveStepAnswers } from './actions/saveStepAnswers.ts';
import { addresses } from './addresses.ts';
import { civilStatusLines, ownDossier, refuse } from './answers.tsx';
import { officersToAsk } from './contacts.ts';
import type { EnrolmentDeps } from './deps.ts';
import { answersTo, type Dossier } from './dossier.ts';
import { type AnsweredStep, STEPS, type StepAnswers, type StepName, stampOf } from './enrolment.ts';
import { candidateOfEnrolment, momentOf, type OwnEnrolment } from './guards.ts';
import { madeUnmetBy } from './judgement.ts';
import { AcquisPage } from './pages/acquisPage.tsx';
import { ConflictPage } from './pages/conflictPage.tsx';
import { EpreuvesPage } from './pages/epreuvesPage.tsx';
import { IdentificationPage } from './pages/identificationPage.tsx';
import { InformationsPage } from './pages/informationsPage.tsx';
import { Elsewhere, NotMet } from './pages/notMet.tsx';
import { QualificationPage } from './pages/qualificationPage.tsx';
import type { StepView } from './pages/stepPage.tsx';
import { mayOpen, type Review, reviewAnswers } from './review.ts';
import { refuseChange } from './rules/changes.ts';
import { type Credit, judgeCredit } from './rules/credits.ts';
import { searchSpecialities } from './rules/searchSpecialities.ts';
import { slotsOf } from './rules/slots.ts';
import type { Reason, Verdict } from './rules/verdict.ts';
import { creditRules, declaredMarks, readCredit } from './steps/acquis.ts';
import { allFields } from './steps/allFields.ts';
import { isOutside } from './steps/identification.ts';
import { lockedForm, offersWaiver, type Qualification, specialityOptions, WAIVER_SEEN } from './steps/qualification.ts';
import { textIn } from './steps/step.ts';
import { rowsToShow } from './steps/workPeriods.ts';
import { texts } from './texts.ts';

const ANSWERED: readonly AnsweredStep[] = ['identification', 'informations', 'qualification', 'acquis', 'epreuves'];

/** GET shows a step, POST saves it; a POST by another button than *Suivant* only shows the form again with more in it. */
export function stepRoutes(deps: EnrolmentDeps): readonly Route[] {
  const who = candidateOfEnrolment(deps);
  return ANSWERED.flatMap((step) => [
    route({
      method: 'GET',
      path: `/candidatures/:id/${step}`,
      who,
      handle: (visit, own) => open(deps, visit, own, step),
    }),
    route({
      method: 'POST',
      path: `/candidatures/:id/${step}`,
      who,
      handle: (visit, own) => save(deps, visit, own, step),
    }),
  ]);
}

/** Buttons of a form that ask for more than they save: a row, an average, what a speciality asks for. */
const HELPERS = ['ajouter', 'calculer', 'voir'];

async function open(deps: EnrolmentDeps, visit: Visit, own: OwnEnrolment, step: AnsweredStep): Promise<Reply> {
  const dossier = ownDossier(deps, own);
  if (refuseChange(own.enrolment, dossier.session.window, momentOf(deps, visit)) !== null)
    return redirect(`${addresses.hub(own.enrolment.id)}?message=pas-maintenant`);
  const review = reviewAnswers(dossier);
  if (!mayOpen(review, step)) return redirect(`${addresses.step(own.enrolment.id, review.next)}?ordre=1`);
  const suggested = dossier.answers[step] === undefined ? (deps.suggestions?.(visit)[step] ?? {}) : {};
  const flash: Flash | null =
    visit.query.ordre === '1'
      ? { tone: 'warn', text: texts.wrongOrder(texts.steps[review.next]) }
      : visit.query.r408 === '1'
        ? { tone: 'info', text: texts.qualification.waiverAsked }
        : Object.keys(suggested).length > 0
          ? { tone: 'info', text: texts.suggested }
          : null;
  const kept = { ...suggested, ...answersTo(dossier, step) };
  // Rules that changed since (a new day, another speciality) may refuse what was saved: then it is said at once.
  const state: FormState =
    review.next === step ? { typed: kept, faults: review.state.faults } : { typed: kept, faults: [] };
  const chosen = visit.query.specialite;
  const shown =
    step === 'qualification' && chosen !== undefined
      ? { ...state, typed: { ...state.typed, speciality: chosen } }
      : state;
  return show(await stepNode(deps, visit, own, dossier, review, step, shown, flash));
}

async function save(deps: EnrolmentDeps, visit: Visit, own: OwnEnrolment, step: AnsweredStep): Promise<Reply> {
  const { candidate, enrolment } = own;
  const dossier = ownDossier(deps, own);
  const review = reviewAnswers(dossier);
  const helps = HELPERS.some((name) => Object.hasOwn(visit.body, name)) && mayOpen(review, step);
  if (helps && refuseChange(enrolment, dossier.session.window, momentOf(deps, visit)) === null) {
    const typed = typedIn(allFields(dossier, review, step), visit.body);
    return show(await stepNode(deps, visit, own, dossier, review, step, { typed, faults: [] }, null));
  }
  const before = unmetBy(dossier, step).reasons;
  const order = { enrolment, dossier, step, body: visit.body, stamp: textIn(visit.body, 'version') };
  const saved = await saveStepAnswers(deps, actBy(visit, candidate), order);
  if (saved.ok) {
    // Once, the step is shown again with the condition that it has just made unmet; sent as it is, it goes on.
    const made = ({ code }: Reason): boolean => !before.some((one) => one.code === code);
    if (unmetBy({ ...dossier, answers: saved.value }, step).reasons.some(made))
      return redirect((isChanging(visit) ? addresses.change : addresses.step)(enrolment.id, step));
    if (step === 'qualification' && isWaiverUnseen(dossier, visit.body))
      return redirect(`${addresses.step(enrolment.id, step)}?r408=1${isChanging(visit) ? '&changer=1' : ''}`);
    return redirect(addresses.step(enrolment.id, nextStep(visit, step)));
  }
  const refusal = saved.error;
  if (refusal.kind === 'refused') return refuse(deps, visit, candidate, refusal.refusal, addresses.hub(enrolment.id));
  if (refusal.kind === 'order') return redirect(`${addresses.step(enrolment.id, review.next)}?ordre=1`);
  if (refusal.kind === 'conflict') return showConflict(deps, visit, own, step, refusal.typed);
  // Shown with everything that was typed, also in the parts that don't apply.
  const typed = { ...typedIn(allFields(dossier, review, step), visit.body), ...refusal.state.typed };
  return show(
    await stepNode(deps, visit, own, dossier, review, step, { typed, faults: refusal.state.faults }, null),
    422,
  );
}

/** Without a script the question comes with the page that knows the speciality: whoever didn't see it does now. */
function isWaiverUnseen(dossier: Dossier, body: Body): boolean {
  return offersWaiver(dossier, textIn(body, 'speciality')) && !Object.hasOwn(body, WAIVER_SEEN);
}

function unmetBy(dossier: Dossier, step: AnsweredStep): Verdict {
  return madeUnmetBy(dossier, reviewAnswers(dossier), step);
}

function nextStep(visit: Visit, step: AnsweredStep): StepName {
  return (isChanging(visit) ? undefined : STEPS[STEPS.indexOf(step) + 1]) ?? 'recapitulatif';
}

/** Above the form: what the saved answers of this step make of the conditions; whom to ask about an address elsewhere. */
function noticeOn(
  visit: Visit,
  { enrolment }: OwnEnrolment,
  dossier: Dossier,
  review: Review,
  step: AnsweredStep,
  state: FormState,
): JSX.Element | null {
  const contacts = officersToAsk(dossier);
  if (state.faults.length > 0)
    return step === 'identification' && isOutside(dossier, state.typed) ? <Elsewhere contacts={contacts} /> : null;
  const verdict = madeUnmetBy(dossier, review, step);
  if (verdict.reasons.length === 0) return null;
  return (
    <NotMet
      verdict={verdict}
      enrolmentId={enrolment.id}
      contacts={contacts}
      intro={texts.eligibility.goOn}
      freeForm={review.informations === null || lockedForm(dossier, review.informations) === null}
      at={step}
      inOrder={!isChanging(visit)}
      next={addresses.step(enrolment.id, nextStep(visit, step))}
    />
  );
}

const isChanging = (visit: Visit): boolean => textIn({ ...visit.query, ...visit.body }, 'changer') === '1';

async function showConflict(
  deps: EnrolmentDeps,
  visit: Visit,
  own: OwnEnrolment,
  step: AnsweredStep,
  mine: Typed,
): Promise<Reply> {
  const { candidate, enrolment } = own;
  const dossier = ownDossier(deps, own);
  const fields: readonly Field[] = allFields(dossier, reviewAnswers(dossier), step);
  const theirs = answersTo(dossier, step);
  return show(
    <ConflictPage
      chrome={await deps.chrome(visit, candidate, enrolment)}
      enrolment={enrolment}
      step={step}
      fields={fields}
      mine={mine}
      theirs={theirs}
      stamp={stampOf(dossier.answers[step])}
      csrf={visit.csrf()}
    />,
    409,
  );
}

async function stepNode(
  deps: EnrolmentDeps,
  visit: Visit,
  own: OwnEnrolment,
  dossier: Dossier,
  review: Review,
  step: AnsweredStep,
  state: FormState,
  flash: Flash | null,
): Promise<JSX.Element> {
  const { candidate, enrolment } = own;
  const view: StepView = {
    chrome: await deps.chrome(visit, candidate, enrolment),
    enrolment,
    state,
    csrf: visit.csrf(),
    stamp: stampOf(dossier.answers[step]),
    flash,
    changing: isChanging(visit),
    notice: noticeOn(visit, own, dossier, review, step, state),
  };
  const { informations, qualification, acquis } = review;
  if (step === 'identification')
    return <IdentificationPage view={view} dossier={dossier} civilStatus={civilStatusLines(candidate)} />;
  if (step === 'informations')
    return (
      <InformationsPage
        view={view}
        dossier={dossier}
        rows={rowsToShow({ rows: textIn(visit.body, 'rows'), ...state.typed }, Object.hasOwn(visit.body, 'ajouter'))}
      />
    );
  if (informations === null) throw new Error(`${step} was opened before its turn`);
  if (step === 'qualification') return qualificationNode(view, dossier, informations, visit);
  if (qualification === null) throw new Error(`${step} was opened before its turn`);
  if (step === 'acquis')
    return (
      <AcquisPage
        view={view}
        dossier={dossier}
        informations={informations}
        qualification={qualification}
        credits={creditsTyped(dossier, review, state.typed)}
        ledger={declaredMarks(qualification, creditRules(dossier, informations, qualification), {
          ...registeredAcquis(enrolment, qualification),
          ...state.typed,
        })}
      />
    );
  if (acquis === null) throw new Error(`${step} was opened before its turn`);
  return <EpreuvesPage view={view} dossier={dossier} qualification={qualification} acquis={acquis} />;
}

/** A mark kept by what is registered is still held while a change is being written. */
function registeredAcquis({ registered }: OwnEnrolment['enrolment'], { speciality }: Qualification): StepAnswers {
  return registered?.qualification?.speciality === speciality.cfd ? (registered.acquis ?? {}) : {};
}

function qualificationNode(
  view: StepView,
  dossier: Dossier,
  informations: NonNullable<Review['informations']>,
  visit: Visit,
): JSX.Element {
  const typedWord = textIn(visit.query, 'metier').slice(0, 80);
  const offered = new Set(
    specialityOptions(dossier, informations.former !== null)
      .filter((option) => option.disabled !== true)
      .map((option) => option.value),
  );
  const found = searchSpecialities(
    dossier.catalogue.specialities().filter((speciality) => offered.has(speciality.cfd)),
    typedWord,
  );
  const chosen = dossier.catalogue.speciality(textIn(view.state.typed, 'speciality')) ?? null;
  const locked = lockedForm(dossier, informations);
  const state = locked === null ? view.state : { ...view.state, typed: { ...view.state.typed, form: locked.form } };
  return (
    <QualificationPage
      view={{ ...view, state }}
      dossier={dossier}
      informations={informations}
      search={typedWord === '' ? null : { typed: typedWord, found }}
      chosen={chosen !== null && offered.has(chosen.cfd) ? chosen : null}
      unfolded={visit.method === 'POST' || visit.query.specialite !== undefined}
    />
  );
}

/** The credits that what is typed amounts to, slot by slot; a slot that isn't right yet counts as sat. */
function creditsTyped(dossier: Dossier, review: Review, typed: Typed | Body): ReadonlyMap<string, Credit> {
  const { informations, qualification } = review;
  if (informations === null || qualification === null) return new Map();
  const rules = creditRules(dossier, informations, qualification);
  return new Map(
    slotsOf(qualification.regulation).flatMap((slot) => {
      const credit = readCredit(slot, rules, typed);
      return credit !== null && judgeCredit(slot, credit, rules) === null ? [[slot.id, credit] as const] : [];
    }),
  );
}
