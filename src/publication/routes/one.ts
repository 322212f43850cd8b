import { h } from 'preact';
import { actBy, whyNotSecond, whyOnePerson } from '../../accounts/index.ts';
import { signerNote } from '../../decisions/index.ts';
import { type Reply, type Route, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import { nameOfSession } from '../../scope/index.ts';
import {
  act,
  clockTime,
  emptyForm,
  type FormState,
  frameOf,
  numericDay,
  type ShownAgain,
  show,
} from '../../ui/index.ts';
import {
  approvePublication,
  cancelPublication,
  type PublicationOrder,
  proposePublication,
  resumePublication,
  suspendPublication,
} from '../actions/decidePublication.ts';
import { readFormer } from '../actions/plan.ts';
import { addresses } from '../addresses.ts';
import { RESULTS_PUBLISHED } from '../decisions.ts';
import type { PublicationDeps } from '../deps.ts';
import { type AtPublication, headOfPublication } from '../guards.ts';
import { proposeFields, suspendFields } from '../pages/fields.ts';
import { OnePage } from '../pages/onePage.tsx';
import { ACT_NAMES } from '../pages/publicationActs.tsx';
import { MOST, type Result as Published, type ResultPublication } from '../publication.ts';
import { refusals } from '../refusals.ts';
import { differences } from '../rules/differences.ts';
import { ACTS, type PublicationAct, stateOf, whyNot } from '../rules/states.ts';
import { listNames } from '../store/enrolled.ts';
import { countResults, countTold, listChanged, sampleOf } from '../store/results.ts';
import { texts } from '../texts.ts';

type Refused = { readonly act: PublicationAct; readonly state: FormState; readonly status: number };

export function oneRoutes(deps: PublicationDeps): readonly Route[] {
  const who = headOfPublication(deps);
  const path = '/gestion/publication/:id';
  const page = (name: PublicationAct) => ({
    path: `${path}/${ACT_NAMES[name]}`,
    who,
    refusals,
    to: (id: string) => addresses.one(id, { message: name }),
    again: (...[visit, at, state, status]: ShownAgain<AtPublication>) =>
      showOne(deps, visit, at, { act: name, state, status }),
  });
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showOne(deps, visit, at, null) }),
    act({
      ...page('propose'),
      note: "Le chef de bureau propose l'heure de la publication.",
      fields: proposeFields,
      do: ({ jour: day, heure: hour }, at, visit) =>
        proposePublication(deps, actBy(visit, at.staff), { ...orderOf(at, visit), day, hour }),
    }),
    act({
      ...page('approve'),
      note: 'Un autre chef de bureau approuve la publication.',
      fields: [],
      do: (_, at, visit) => approvePublication(deps, actBy(visit, at.staff), orderOf(at, visit)),
    }),
    act({
      ...page('cancel'),
      note: 'Le chef de bureau abandonne la publication avant son heure.',
      fields: [],
      do: (_, at, visit) => cancelPublication(deps, actBy(visit, at.staff), orderOf(at, visit)),
    }),
    act({
      ...page('suspend'),
      note: 'Le chef de bureau suspend la publication et dit pourquoi aux candidats.',
      fields: suspendFields,
      do: ({ phrase: words }, at, visit) =>
        suspendPublication(deps, actBy(visit, at.staff), { ...orderOf(at, visit), words }),
    }),
    act({
      ...page('resume'),
      note: 'Le chef de bureau reprend la publication suspendue.',
      fields: [],
      do: (_, at, visit) => resumePublication(deps, actBy(visit, at.staff), orderOf(at, visit)),
    }),
  ];
}

function orderOf({ staff, publication }: AtPublication, visit: Visit): PublicationOrder {
  return { id: publication.id, academy: staff.academy, by: staff.accountId, rowVersion: versionIn(visit) };
}

async function showOne(
  deps: PublicationDeps,
  visit: Visit,
  { staff, publication }: AtPublication,
  refused: Refused | null,
): Promise<Reply> {
  const { academy, accountId: by } = staff;
  const catalogue = deps.catalogue();
  const { preparedBy, proposedBy } = publication;
  const days = catalogue.installation().secondPersonDays;
  const [chrome, counted, told, sample, changed, people, barred, signer] = await Promise.all([
    deps.chrome(visit, staff),
    countResults(deps.db, academy, publication.id),
    countTold(deps.db, publication.id),
    sampleOf(deps.db, academy, publication.id),
    listChanged(deps.db, academy, publication.id),
    deps.accounts.listStaff(deps.db, academy),
    whyNotSecond(deps.db, { by, wrote: [preparedBy, proposedBy], days }),
    signerNote(deps, staff, RESULTS_PUBLISHED),
  ]);
  const former =
    changed.length === 0 ? new Map<string, Published>() : await readFormer(deps.db, publication, publication.number);
  const shown = changed.slice(0, MOST.shown);
  const names = await listNames(
    deps.db,
    academy,
    [...sample, ...shown].map(({ enrolmentId }) => enrolmentId),
  );
  const personOf = (id: string) => names.find(({ enrolmentId }) => enrolmentId === id);
  const session = catalogue.session(publication.session);
  return show(
    h(OnePage, {
      ...frameOf(chrome, visit, texts.flash),
      publication,
      state: stateOf(publication),
      sessionName: nameOfSession(catalogue, publication.session),
      nameOf: (cfd: string) => catalogue.speciality(cfd)?.name ?? cfd,
      staffName: (id: string | null) => people.find(({ accountId }) => accountId === id)?.name ?? '',
      counted,
      told,
      changes: shown.flatMap(({ enrolmentId, result, changeReason }) => {
        const [person, before] = [personOf(enrolmentId), former.get(enrolmentId)];
        return person === undefined || before === undefined
          ? []
          : [{ person, differences: differences(before, result), reason: changeReason ?? '' }];
      }),
      changed: changed.length,
      sample: sample.flatMap(({ enrolmentId, result }) => {
        const person = personOf(enrolmentId);
        return person === undefined ? [] : [{ person, result }];
      }),
      may: new Set(ACTS.filter((act) => whyNot(publication, act) === null && (act !== 'approve' || barred === null))),
      needsOther: barred === null || whyNot(publication, 'approve') !== null ? null : whyOnePerson(barred),
      ofSession: session?.resultsAt.at ?? null,
      signer,
      form: refused?.act ?? null,
      typed: refused?.state ?? emptyForm,
      proposed: proposedForm(publication, session?.resultsAt.at ?? null),
    }),
    refused?.status ?? 200,
  );
}

/** The hour that was proposed, or that the session's rules give. */
function proposedForm({ announcedAt }: ResultPublication, ofSession: Temporal.Instant | null): FormState {
  const at = announcedAt ?? ofSession;
  if (at === null) return emptyForm;
  const day = numericDay(parisDay(at));
  return { typed: { jour: day, heure: clockTime(at) }, faults: [] };
}
