import { h } from 'preact';
import { actBy, type SignedInStaff, whyNotSecond, whyOnePerson } from '../../accounts/index.ts';
import { sessionLabel } from '../../catalogue/index.ts';
import { signerNote } from '../../decisions/index.ts';
import { type Reply, type Route, redirect, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import type { Result } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import {
  clockTime,
  emptyForm,
  type FormState,
  frameOf,
  numericDay,
  parseForm,
  show,
  typedForm,
  withFault,
} from '../../ui/index.ts';
import {
  approvePublication,
  cancelPublication,
  type Order,
  proposePublication,
  resumePublication,
  suspendPublication,
} from '../actions/decidePublication.ts';
import { readFormer } from '../actions/plan.ts';
import { addresses } from '../addresses.ts';
import { RESULTS_PUBLISHED } from '../decisions.ts';
import type { PublicationDeps } from '../deps.ts';
import { type AtPublication, headOfPublication } from '../guards.ts';
import { ACT_FIELDS, ACT_NAMES } from '../pages/acts.tsx';
import { proposeFields, suspendFields } from '../pages/fields.ts';
import { OnePage } from '../pages/onePage.tsx';
import { MOST, type Result as Published, type ResultPublication } from '../publication.ts';
import { type Refusal, refusals } from '../refusals.ts';
import { differences } from '../rules/differences.ts';
import { ACTS, type PublicationAct, stateOf, whyNot } from '../rules/states.ts';
import { listNames } from '../store/enrolled.ts';
import { findPublication } from '../store/publications.ts';
import { countResults, countTold, listChanged, sampleOf } from '../store/results.ts';
import { texts } from '../texts.ts';

type Refused = { readonly act: PublicationAct; readonly state: FormState; readonly status: number };

export function oneRoutes(deps: PublicationDeps): readonly Route[] {
  const who = headOfPublication(deps);
  const path = '/gestion/publication/:id';
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showOne(deps, visit, at, null) }),
    ...ACTS.map((act) =>
      route({
        method: 'POST',
        path: `${path}/${ACT_NAMES[act]}`,
        who,
        handle: (visit, at) => carryOut(deps, visit, at, act),
      }),
    ),
  ];
}

async function carryOut(deps: PublicationDeps, visit: Visit, at: AtPublication, act: PublicationAct): Promise<Reply> {
  const { staff, publication } = at;
  const { academy, accountId: by } = staff;
  const order = { id: publication.id, academy, by, rowVersion: versionIn(visit) };
  const read = parseForm(ACT_FIELDS[act], visit.body);
  if (!read.ok) return showOne(deps, visit, at, { act, state: read.error, status: 422 });
  const done = await decided(deps, visit, staff, act, order);
  if (done.ok) return redirect(addresses.one(done.value, { message: act }));
  const typed = typedForm(ACT_FIELDS[act], visit.body);
  const field = OF_THE_HOUR.has(done.error.code) ? 'heure' : null;
  const state = withFault(typed, field, refusals.inWords(done.error));
  const now = (await findPublication(deps.db, academy, publication.id)) ?? publication;
  return showOne(deps, visit, { staff, publication: now }, { act, state, status: refusals.status(done.error) });
}

const OF_THE_HOUR: ReadonlySet<Refusal['code']> = new Set([
  'hour-unreadable',
  'skipped-hour',
  'repeated-hour',
  'past',
  'too-far',
]);

async function decided(
  deps: PublicationDeps,
  visit: Visit,
  staff: SignedInStaff,
  act: PublicationAct,
  order: Order,
): Promise<Result<string, Refusal>> {
  const by = actBy(visit, staff);
  switch (act) {
    case 'propose': {
      const read = parseForm(proposeFields, visit.body);
      return read.ok
        ? proposePublication(deps, by, { ...order, day: read.value.jour, hour: read.value.heure })
        : { ok: false, error: { code: 'hour-unreadable' } };
    }
    case 'suspend': {
      const read = parseForm(suspendFields, visit.body);
      return read.ok
        ? suspendPublication(deps, by, { ...order, words: read.value.phrase })
        : { ok: false, error: { code: 'changed-meanwhile' } };
    }
    case 'approve':
      return approvePublication(deps, by, order);
    case 'cancel':
      return cancelPublication(deps, by, order);
    case 'resume':
      return resumePublication(deps, by, order);
  }
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
      sessionLabel: session === undefined ? publication.session : sessionLabel(catalogue, session),
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
