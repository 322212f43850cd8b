import { h } from 'preact';
import { actBy, readsFiles } from '../../accounts/index.ts';
import { type Reply, type Route, redirect, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import { act, emptyForm, type FormState, parseForm, show, typedForm, withFault } from '../../ui/index.ts';
import { sendBack } from '../actions/changeState.ts';
import { publishDraft } from '../actions/publishDraft.ts';
import { recordPeopleRead } from '../actions/recordPeopleRead.ts';
import { draftSubject } from '../actions/subject.ts';
import { addresses, DRAFT } from '../addresses.ts';
import { draftPage, viewOf } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { DRAFT_LIFE, type DraftRefusal } from '../draft.ts';
import { type Consequences, compareFiles, examinePack, runCases } from '../examination.ts';
import { type AtDraft, draftKeeper } from '../guards.ts';
import { CasesPage, failing } from '../pages/casesPage.tsx';
import { DifferencesPage } from '../pages/differencesPage.tsx';
import { EffectsPage } from '../pages/effectsPage.tsx';
import { appliedField, closesField, despiteField, sendBackFields } from '../pages/reviewForms.ts';
import { ReviewPage } from '../pages/reviewPage.tsx';
import { refusals } from '../refusals.ts';
import { changesHealth } from '../rules/stillNamed.ts';
import { showOverview } from './overview.ts';

/** Reading a draft again: differences, cases, enrolments; then publishing it or sending it back. */
export function checkingRoutes(deps: EditorDeps): readonly Route[] {
  const who = draftKeeper(deps);
  return [
    draftPage(deps, 'differences', async (view, { before, files }) =>
      h(DifferencesPage, { view, differences: await compareFiles(deps, before, files) }),
    ),
    draftPage(deps, 'cas', async (view, { read }) =>
      h(CasesPage, { view, cases: read.ok ? await runCases(deps, read.value) : null }),
    ),
    draftPage(deps, 'inscriptions', async (view, at, visit) =>
      h(EffectsPage, { view, consequences: await consequencesOf(deps, visit, at), named: readsFiles(at.staff) }),
    ),
    route({ method: 'GET', path: `${DRAFT}/relire`, who, handle: (visit, at) => showReview(deps, visit, at) }),
    route({
      method: 'POST',
      path: `${DRAFT}/publier`,
      who,
      note: "Une autre personne qui tient les règles publie le brouillon qu'elle a relu.",
      handle: (visit, at) => publish(deps, visit, at),
    }),
    act({
      path: `${DRAFT}/renvoyer`,
      who,
      refusals,
      note: 'Une autre personne qui tient les règles renvoie le brouillon à ses auteurs, avec un motif.',
      fields: sendBackFields,
      do: ({ reason }, { staff, draft }, visit) =>
        sendBack(deps, actBy(visit, staff), staff, draft, { version: versionIn(visit), reason }),
      to: (_, { draft }) => addresses.draft(draft.id, { message: 'renvoye' }),
      again: (visit, at, sendingBack, status) => showReview(deps, visit, at, { ...BLANK, sendingBack }, status),
      refused: (refusal, visit, at, sendingBack) => again(deps, visit, at, refusal, { ...BLANK, sendingBack }),
    }),
  ];
}

/** The candidates whom the page names are noted as read by whoever opens it. */
async function consequencesOf(
  deps: EditorDeps,
  visit: Visit,
  { draft, read, staff }: AtDraft,
): Promise<Consequences | null> {
  if (!read.ok) return null;
  const consequences = await examinePack(deps, read.value);
  const shown = consequences.touched.filter(({ enrolment }) => enrolment.academy === draft.academy);
  if (readsFiles(staff)) await recordPeopleRead(deps, actBy(visit, staff), draftSubject(draft), shown.length);
  return consequences;
}

type ReviewState = { readonly publishing: FormState; readonly sendingBack: FormState };
const BLANK: ReviewState = { publishing: emptyForm, sendingBack: emptyForm };

/** For whoever may publish it; its authors, and everybody once it is decided, see where it stands. */
async function showReview(
  deps: EditorDeps,
  visit: Visit,
  at: AtDraft,
  state: ReviewState = BLANK,
  status = 200,
): Promise<Reply> {
  const { draft, read, staff } = at;
  const consequences = await consequencesOf(deps, visit, at);
  if (
    !DRAFT_LIFE.may('publish', draft.state) ||
    draft.authors.includes(staff.accountId) ||
    !read.ok ||
    consequences === null
  )
    return redirect(addresses.draft(draft.id));
  const cases = await runCases(deps, read.value);
  return show(
    h(ReviewPage, {
      view: await viewOf(deps, visit, at),
      differences: await compareFiles(deps, at.before, at.files),
      cases,
      consequences,
      named: readsFiles(staff),
      fields: [
        ...(consequences.touched.length > 0 || changesHealth(deps.rules.current().pack, read.value)
          ? [appliedField]
          : []),
        ...(consequences.closures.length > 0 ? [closesField] : []),
        ...(failing(cases ?? []).length > 0 ? [despiteField] : []),
      ],
      ...state,
    }),
    status,
  );
}

/** Which of these questions are asked depends on what is found now: one that isn't asked may be left out. */
async function publish(deps: EditorDeps, visit: Visit, at: AtDraft): Promise<Reply> {
  const fields = [appliedField, closesField, despiteField] as const;
  const applied = parseForm([appliedField], visit.body);
  const despite = parseForm([despiteField], visit.body);
  const order = {
    version: versionIn(visit),
    applied: applied.ok ? applied.value.applied === 'oui' : null,
    closes: parseForm([closesField], visit.body).ok,
    despite: despite.ok ? despite.value.despite : null,
  };
  const done = await publishDraft(deps, actBy(visit, at.staff), at.staff, at, order);
  if (done.ok) return redirect(`${addresses.publication(done.value)}?message=publie`);
  const typed: FormState = typedForm(fields, visit.body);
  const publishing = withFault(typed, fieldOf(done.error), refusals.inWords(done.error));
  return again(deps, visit, at, done.error, { ...BLANK, publishing });
}

function fieldOf({ code }: DraftRefusal): string | null {
  if (code === 'choice-needed') return 'applied';
  if (code === 'closing-unconfirmed') return 'closes';
  return code === 'reason-needed' ? 'despite' : null;
}

/** The page they came from with the reason, or the draft itself for whoever can't read it again. */
async function again(
  deps: EditorDeps,
  visit: Visit,
  at: AtDraft,
  refusal: DraftRefusal,
  state: ReviewState,
): Promise<Reply> {
  const status = refusals.status(refusal);
  const mayReview = DRAFT_LIFE.may('publish', at.draft.state) && !at.draft.authors.includes(at.staff.accountId);
  if (mayReview) return showReview(deps, visit, at, state, status);
  return showOverview(deps, visit, at, withFault(emptyForm, null, refusals.inWords(refusal)), status);
}
