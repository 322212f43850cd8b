import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { type Reply, type Route, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import type { Act } from '../../platform/journal.ts';
import type { Result } from '../../platform/result.ts';
import { act, emptyForm, type FormState, type ShownAgain, show } from '../../ui/index.ts';
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
  const page = (part: string, message: string) => ({
    path: `${DRAFT}/${part}`,
    who,
    refusals,
    to: (_: null, { draft }: AtDraft) => addresses.draft(draft.id, { message }),
    again: (...shown: ShownAgain<AtDraft>) => showOverview(deps, ...shown),
  });
  /** An act that is one button; `message` is what the draft then says. */
  const button = (part: string, message: string, note: string, work: Work): Route =>
    act({
      ...page(part, message),
      note,
      fields: [],
      do: (_, at, visit) => work(actBy(visit, at.staff), at, versionIn(visit), visit),
    });
  return [
    route({ method: 'GET', path: DRAFT, who, handle: (visit, at) => showOverview(deps, visit, at) }),
    draftPage(deps, 'abandonner', (view) => h(AbandonPage, { view })),
    act({
      ...page('soumettre', 'soumis'),
      note: 'Qui tient les règles donne son brouillon à relire.',
      fields: submitFields,
      do: ({ purpose }, at, visit) => {
        const order = { version: versionIn(visit), purpose };
        return submitDraft(deps, actBy(visit, at.staff), at.staff, at, order);
      },
    }),
    button(
      'reprendre',
      'repris',
      'Qui tient les règles reprend le brouillon donné à relire.',
      (by, { staff, draft }, version) => sendBack(deps, by, staff, draft, { version, reason: null }),
    ),
    button('abandonner', 'abandonne', 'Qui tient les règles abandonne un brouillon.', (by, { staff, draft }, version) =>
      abandonDraft(deps, by, staff, draft, version),
    ),
    button(
      'actualiser',
      'a-jour',
      'Qui tient les règles met son brouillon à jour des règles en vigueur.',
      (by, { staff, draft }, version) =>
        bringUpToDate(deps, by, staff, draft, { version, what: texts.overview.updated }),
    ),
    button(
      'annuler',
      'annule',
      'Qui tient les règles revient à un enregistrement de son brouillon.',
      async (by, { staff, draft }, version, { query }) => {
        const to = Number(query.version);
        const saves = await listSaves(deps.db, draft.id);
        const what = texts.overview.tookBack(saves.find((save) => save.version === to)?.what ?? '');
        return takeBack(deps, by, staff, draft, { version, to: Number.isInteger(to) ? to : 0, what });
      },
    ),
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
