import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { type Reply, type Route, redirect, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import type { Act } from '../../platform/journal.ts';
import type { Result } from '../../platform/result.ts';
import { emptyForm, type FormState, parseForm, show, withFault } from '../../ui/index.ts';
import { abandonDraft, bringUpToDate, sendBack, takeBack } from '../actions/changeState.ts';
import { submitDraft } from '../actions/submitDraft.ts';
import { addresses, DRAFT } from '../addresses.ts';
import { draftPage, viewOf } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { DRAFT_LIFE, type DraftRefusal } from '../draft.ts';
import { knownObstacles, runCases } from '../examination.ts';
import { type AtDraft, draftKeeper } from '../guards.ts';
import { keepersOf, namesOf } from '../names.ts';
import { AbandonPage } from '../pages/abandonPage.tsx';
import { OverviewPage } from '../pages/overviewPage.tsx';
import { submitFields } from '../pages/reviewForms.ts';
import { refusals } from '../refusals.ts';
import { changesBetween } from '../rules/files.ts';
import { listSaves } from '../store/drafts.ts';
import { texts } from '../texts/checking.ts';

/** A draft as a whole: where it stands, and its acts. */
export function overviewRoutes(deps: EditorDeps): readonly Route[] {
  const who = draftKeeper(deps);
  const post = (part: string, handle: (visit: Visit, at: AtDraft) => Promise<Reply>): Route =>
    route({ method: 'POST', path: `${DRAFT}/${part}`, who, handle });
  /** An act that is one button; `message` is what the draft then says. */
  const act = (part: string, message: string, work: Work): Route =>
    post(part, async (visit, at) => {
      const done = await work(actBy(visit, at.staff), at, versionIn(visit), visit);
      if (done.ok) return redirect(addresses.draft(at.draft.id, { message }));
      return refused(deps, visit, at, done.error, emptyForm);
    });
  return [
    route({ method: 'GET', path: DRAFT, who, handle: (visit, at) => showOverview(deps, visit, at) }),
    draftPage(deps, 'abandonner', (view) => h(AbandonPage, { view })),
    post('soumettre', (visit, at) => submit(deps, visit, at)),
    act('reprendre', 'repris', (by, { staff, draft }, version) =>
      sendBack(deps, by, staff, draft, { version, reason: null }),
    ),
    act('abandonner', 'abandonne', (by, { staff, draft }, version) => abandonDraft(deps, by, staff, draft, version)),
    act('actualiser', 'a-jour', (by, { staff, draft }, version) =>
      bringUpToDate(deps, by, staff, draft, { version, what: texts.overview.updated }),
    ),
    act('annuler', 'annule', async (by, { staff, draft }, version, { query }) => {
      const to = Number(query.version);
      const saves = await listSaves(deps.db, draft.id);
      const what = texts.overview.tookBack(saves.find((save) => save.version === to)?.what ?? '');
      return takeBack(deps, by, staff, draft, { version, to: Number.isInteger(to) ? to : 0, what });
    }),
  ];
}

type Work = (by: Act, at: AtDraft, version: number, visit: Visit) => Promise<Result<null, DraftRefusal>>;

export async function showOverview(
  deps: EditorDeps,
  visit: Visit,
  at: AtDraft,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { draft, read, staff } = at;
  return show(
    h(OverviewPage, {
      view: await viewOf(deps, visit, at),
      state,
      me: staff.accountId,
      cases: read.ok ? await runCases(deps, read.value) : null,
      saves: await listSaves(deps.db, draft.id),
      nameOf: await namesOf(deps, staff.academy),
      stale: staleness(deps, at),
      obstacles: read.ok && draft.state !== 'published' ? await knownObstacles(deps, read.value) : [],
      publishers: (await keepersOf(deps, draft)).publishers.map(({ name }) => name),
    }),
    status,
  );
}

function staleness(deps: EditorDeps, { draft, before }: AtDraft): { readonly overlap: readonly string[] } | null {
  const inForce = deps.rules.inForce();
  if (!DRAFT_LIFE.may('update', draft.state) || inForce.publication === draft.base) return null;
  const meanwhile = changesBetween(before, inForce.files);
  return { overlap: Object.keys(draft.changes).filter((file) => Object.hasOwn(meanwhile, file)) };
}

async function submit(deps: EditorDeps, visit: Visit, at: AtDraft): Promise<Reply> {
  const read = parseForm(submitFields, visit.body);
  if (!read.ok) return showOverview(deps, visit, at, read.error, 422);
  const order = { version: versionIn(visit), purpose: read.value.purpose };
  const done = await submitDraft(deps, actBy(visit, at.staff), at.staff, at, order);
  if (done.ok) return redirect(addresses.draft(at.draft.id, { message: 'soumis' }));
  const typed: FormState = { typed: read.value, faults: [] };
  return refused(deps, visit, at, done.error, typed);
}

function refused(deps: EditorDeps, visit: Visit, at: AtDraft, refusal: DraftRefusal, typed: FormState): Promise<Reply> {
  const state = withFault(typed, null, refusals.inWords(refusal));
  return showOverview(deps, visit, at, state, refusals.status(refusal));
}
