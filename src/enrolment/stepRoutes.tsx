import type { JSX } from 'preact';
import { momentOnPage } from '../platform/clock.ts';
import { type Guard, type Reply, type Route, redirect, route, type Visit } from '../platform/http/visit.ts';
import { type Flash, type FormState, show, type Typed, typedForm, typedIn } from '../ui/index.ts';
import { saveStepAnswers } from './actions/saveStepAnswers.ts';
import { civilStatusLines, refuseWriting, writtenDossier } from './answers.tsx';
import { officersToAsk } from './contacts.ts';
import type { WritingDeps } from './deps.ts';
import { answersTo, type Dossier } from './dossier.ts';
import { isLeft, type StepName, stampOf } from './enrolment.ts';
import { madeUnmetBy } from './judgement.ts';
import { ConflictPage } from './pages/conflictPage.tsx';
import { NotMet } from './pages/notMet.tsx';
import { PREVIOUS, type StepView, stepBefore } from './pages/stepPage.tsx';
import { holdsPen, type OpenedForWriting } from './pen.ts';
import { readHeld } from './readHeld.ts';
import { type AnswersReview, mayOpen, reviewAnswers } from './review.ts';
import { refuseChange } from './rules/changes.ts';
import type { HeldAnswer } from './rules/heldAnswers.ts';
import type { Reason } from './rules/verdict.ts';
import { heldTyped } from './steps/acquis/held.ts';
import { lockedForm } from './steps/qualification/questions.ts';
import { textIn } from './steps/reading.ts';
import type { OpenedStep, Step } from './steps/step.ts';
import { ALL_STEPS, placeOf, stepAfter, titleOf } from './steps/steps.ts';
import { texts } from './texts.ts';

/** GET shows a step, POST saves it; a POST by another button than *Suivant* only shows the form again with more in it. */
export function stepRoutes(deps: WritingDeps, who: Guard<OpenedForWriting>, base: string): readonly Route[] {
  return ALL_STEPS.flatMap((step) => {
    const path = `${base}/${step.name}`;
    return [
      route({ method: 'GET', path, who, handle: whileHeld((visit, own) => open(deps, visit, own, step)) }),
      route({
        method: 'POST',
        path,
        who,
        priority: 'continue',
        note: 'Qui tient la plume, le candidat ou le gestionnaire qui saisit pour lui, enregistre une étape.',
        handle: whileHeld((visit, own) => save(deps, visit, own, step)),
      }),
    ];
  });
}

type Handle = (visit: Visit, own: OpenedForWriting) => Promise<Reply>;

export function whileHeld(handle: Handle): Handle {
  return (visit, own) =>
    holdsPen(own.pen)
      ? handle(visit, own)
      : refuseWriting(visit, own, { code: 'entry-ended' }, own.pen.addresses.hub(own.enrolment.id));
}

/** A step that somebody is at. */
type At = {
  readonly deps: WritingDeps;
  readonly visit: Visit;
  readonly own: OpenedForWriting;
  readonly dossier: Dossier;
  readonly review: AnswersReview;
  readonly step: Step;
  readonly opened: OpenedStep;
};

/** null before the turn of the step. */
function at(deps: WritingDeps, visit: Visit, own: OpenedForWriting, step: Step): At | null {
  const dossier = writtenDossier(deps, own);
  const review = reviewAnswers(dossier);
  const opened = mayOpen(dossier, review, step.name) ? step.open(dossier, review) : null;
  return opened === null ? null : { deps, visit, own, dossier, review, step, opened };
}

async function open(deps: WritingDeps, visit: Visit, own: OpenedForWriting, step: Step): Promise<Reply> {
  const dossier = writtenDossier(deps, own);
  if (refuseChange(own.enrolment, own.pen.window(dossier.session), momentOnPage(deps, visit)) !== null)
    return redirect(own.pen.done(own.enrolment.id, 'pas-maintenant'));
  const here = at(deps, visit, own, step);
  if (here === null) return toFirstUnfinished(own, dossier);
  const { review } = here;
  const isFirst = own.pen.by === 'candidate' && dossier.answers[step.name] === undefined;
  const simulated = isFirst ? deps.suggestions?.(visit) : undefined;
  const suggested = simulated?.typed[step.name] ?? {};
  // Said once, on the first step, where the address and the civil status stand.
  const learned = step.name === dossier.exam.steps[0] ? (simulated?.learned ?? []) : [];
  const said = [...(Object.keys(suggested).length > 0 ? [texts.suggested] : []), ...learned];
  const held = isFirst ? await heldFor(here) : {};
  const flash: Flash | null =
    visit.query.ordre === '1'
      ? { tone: 'warn', text: texts.wrongOrder(titleOf(review.next)) }
      : step.more !== null && visit.query[step.more.key] === '1'
        ? { tone: 'info', text: step.more.said }
        : Object.keys(held).length > 0
          ? { tone: 'info', text: texts.held }
          : said.length > 0
            ? { tone: 'info', text: said.join(' ') }
            : null;
  const typed = { ...suggested, ...held, ...answersTo(dossier, step.name) };
  // Rules that changed since (a new day, another speciality) may refuse what was saved: then it is said at once.
  const isAsked = review.next === step.name && !isLeft(dossier.answers[step.name]);
  return showStep(here, { typed, faults: isAsked ? review.state.faults : [] }, flash);
}

/** Marks that the register holds, as a step is filled with them. */
async function heldFor(here: At): Promise<Typed> {
  const { informations, qualification } = here.review;
  if (informations === null || qualification === null) return {};
  return heldTyped(await heldBy(here), here.dossier, { informations, qualification });
}

/** Marks that the register holds, where a step starts with them. */
async function heldBy({ deps, own, dossier, review, step }: At): Promise<readonly HeldAnswer[]> {
  const { informations, qualification } = review;
  if (!step.startsHeld || informations === null || qualification === null) return [];
  return readHeld(deps.db, own.enrolment.candidateId, dossier, { informations, qualification });
}

async function save(deps: WritingDeps, visit: Visit, own: OpenedForWriting, step: Step): Promise<Reply> {
  const { enrolment, pen } = own;
  const dossier = writtenDossier(deps, own);
  const window = pen.window(dossier.session);
  const here = at(deps, visit, own, step);
  const helps = here !== null && step.helpers.some((name) => Object.hasOwn(visit.body, name));
  if (helps && refuseChange(enrolment, window, momentOnPage(deps, visit)) === null)
    return showStep(here, typedForm(here.opened.fields(), visit.body));
  const refuseSpeciality = (cfd: string): string | null => pen.refuseSpeciality(dossier.catalogue, cfd);
  const leaves = pen.by === 'candidate' && !isChanging(visit) && Object.hasOwn(visit.body, PREVIOUS);
  const order = { enrolment, dossier, step: step.name, body: visit.body, stamp: textIn(visit.body, 'version'), leaves };
  const saved = await saveStepAnswers(deps, pen.act(visit), {
    ...order,
    window,
    entry: pen.entry?.id ?? null,
    refuseSpeciality,
  });
  if (saved.ok && leaves) return redirect(stepBefore(pen, enrolment.id, placeOf(dossier.exam, step.name, pen.by)));
  if (saved.ok) return redirect(afterSaving(visit, own, dossier, { ...dossier, answers: saved.value }, step));
  const refusal = saved.error;
  if (refusal.kind === 'refused') return refuseWriting(visit, own, refusal.refusal, pen.addresses.hub(enrolment.id));
  if (refusal.kind === 'order' || here === null) return toFirstUnfinished(own, dossier);
  if (refusal.kind === 'conflict') return showConflict(here, refusal.typed);
  // Shown with everything that was typed, also in the parts that don't apply.
  const typed = { ...typedIn(here.opened.fields(), visit.body), ...refusal.state.typed };
  return showStep(here, { typed, faults: refusal.state.faults }, null, 422);
}

/** Where one goes from a step that is saved. */
function afterSaving(
  visit: Visit,
  { enrolment, pen: { addresses, by } }: OpenedForWriting,
  before: Dossier,
  after: Dossier,
  step: Step,
): string {
  const known = madeUnmetBy(before, step.name).reasons;
  // Once, the step is shown again with the condition that it has just made unmet; sent as it is, it goes on.
  const made = ({ code }: Reason): boolean => !known.some((one) => one.code === code);
  if (madeUnmetBy(after, step.name).reasons.some(made))
    return (isChanging(visit) ? addresses.change : addresses.step)(enrolment.id, step.name);
  if (by === 'candidate' && step.more?.isUnseen(before, visit.body) === true)
    return `${addresses.step(enrolment.id, step.name)}?${step.more.key}=1${isChanging(visit) ? '&changer=1' : ''}`;
  return addresses.step(enrolment.id, nextStep(visit, before, step));
}

function toFirstUnfinished({ enrolment, pen: { addresses } }: OpenedForWriting, dossier: Dossier): Reply {
  return redirect(`${addresses.step(enrolment.id, reviewAnswers(dossier).next)}?ordre=1`);
}

function nextStep(visit: Visit, { exam }: Dossier, step: Step): StepName {
  return isChanging(visit) ? 'recapitulatif' : stepAfter(exam, step.name);
}

const isChanging = (visit: Visit): boolean => textIn({ ...visit.query, ...visit.body }, 'changer') === '1';

async function showStep(here: At, state: FormState, flash: Flash | null = null, status = 200): Promise<Reply> {
  const { visit, own, dossier, step, opened } = here;
  const { person, enrolment, pen } = own;
  const view: StepView = {
    pen,
    chrome: await pen.chrome(visit, enrolment),
    place: placeOf(dossier.exam, step.name, pen.by),
    enrolment,
    state,
    csrf: visit.csrf(),
    stamp: stampOf(dossier.answers[step.name]),
    flash,
    changing: isChanging(visit),
    notice: noticeOn(here, state),
  };
  const held = await heldBy(here);
  return show(opened.page({ view, dossier, visit, civilStatus: () => civilStatusLines(person), held }), status);
}

/** Above the form: what the saved answers of this step make of the conditions, or help with what is to be corrected. */
function noticeOn({ visit, own, dossier, review, step }: At, state: FormState): JSX.Element | null {
  if (state.faults.length > 0) return step.help?.(dossier, state.typed, officersToAsk(dossier)) ?? null;
  const verdict = madeUnmetBy(dossier, step.name);
  if (verdict.reasons.length === 0) return null;
  return (
    <NotMet
      verdict={verdict}
      enrolmentId={own.enrolment.id}
      addresses={own.pen.addresses}
      contacts={officersToAsk(dossier)}
      intro={texts.eligibility.goOn}
      exam={dossier.exam}
      freeForm={review.informations === null || lockedForm(dossier, review.informations) === null}
      at={step.name}
      inOrder={!isChanging(visit)}
      next={own.pen.addresses.step(own.enrolment.id, nextStep(visit, dossier, step))}
    />
  );
}

async function showConflict({ visit, own, dossier, step, opened }: At, mine: Typed): Promise<Reply> {
  const { enrolment, pen } = own;
  return show(
    <ConflictPage
      chrome={await pen.chrome(visit, enrolment)}
      addresses={pen.addresses}
      enrolment={enrolment}
      step={step.name}
      title={step.title}
      fields={opened
        .fields()
        .filter(({ name }) => pen.by === 'candidate' || !step.health.some((one) => one.name === name))}
      mine={mine}
      theirs={answersTo(dossier, step.name)}
      stamp={stampOf(dossier.answers[step.name])}
      csrf={visit.csrf()}
    />,
    409,
  );
}
