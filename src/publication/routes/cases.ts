import { h } from 'preact';
import { actBy, type SignedInStaff } from '../../accounts/index.ts';
import { sessionLabel, sessionsOf } from '../../catalogue/index.ts';
import { signerNote } from '../../decisions/index.ts';
import { residenceOf } from '../../law/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { type FormState, frameOf, parseForm, show, typedForm, withFault } from '../../ui/index.ts';
import { answerCase } from '../actions/askAfter.ts';
import { addresses } from '../addresses.ts';
import { caseTexts } from '../caseTexts.ts';
import { CASE_ANSWER } from '../decisions.ts';
import type { PublicationDeps } from '../deps.ts';
import { headOfResults } from '../guards.ts';
import { answerFields, CasesPage } from '../pages/casesPage.tsx';
import { refusals } from '../refusals.ts';
import { remedyOf } from '../remedies.ts';
import { timeOfCase } from '../rules/caseTime.ts';
import { listCases } from '../store/cases.ts';
import { listNames } from '../store/enrolled.ts';

export function caseRoutes(deps: PublicationDeps): readonly Route[] {
  const who = headOfResults(deps);
  return [
    route({
      method: 'GET',
      path: '/gestion/recours',
      who,
      handle: (visit, staff) => showCases(deps, visit, staff, visit.query.session),
    }),
    route({
      method: 'POST',
      path: '/gestion/recours/:demande',
      who,
      handle: (visit, staff) => answer(deps, visit, staff),
    }),
  ];
}

async function showCases(
  deps: PublicationDeps,
  visit: Visit,
  staff: SignedInStaff,
  asked: string | undefined,
  refused: { readonly id: string; readonly state: FormState; readonly status: number } | null = null,
): Promise<Reply> {
  const { academy } = staff;
  const catalogue = deps.catalogue();
  const { chosen } = sessionsOf(deps, academy, asked);
  const [chrome, signer, cases] = await Promise.all([
    deps.chrome(visit, staff),
    signerNote(deps, staff, CASE_ANSWER),
    listCases(deps.db, { academy, session: chosen?.code ?? '' }),
  ]);
  const names = await listNames(
    deps.db,
    academy,
    cases.map(({ enrolmentId }) => enrolmentId),
  );
  const exam = chosen === null ? undefined : catalogue.exam(chosen.exam);
  const seat = catalogue.academy(academy)?.courtSeat ?? 'mainland';
  return show(
    h(CasesPage, {
      ...frameOf(chrome, visit, { repondu: caseTexts.flash }),
      session: chosen?.code ?? '',
      sessionLabel: chosen === null ? '' : sessionLabel(catalogue, chosen),
      cases: cases.flatMap((one) => {
        const person = names.find(({ enrolmentId }) => enrolmentId === one.enrolmentId);
        const remedy = remedyOf(exam, one.kind);
        const time = timeOfCase(one, remedy, { seat, residence: residenceOf(one.postcode) });
        return person === undefined ? [] : [{ ...one, person, label: remedy.label, time }];
      }),
      signer,
      refused,
    }),
    refused?.status ?? 200,
  );
}

async function answer(deps: PublicationDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const id = visit.params.demande ?? '';
  const session = typeof visit.body.session === 'string' ? visit.body.session : undefined;
  const read = parseForm(answerFields, visit.body);
  if (!read.ok) return showCases(deps, visit, staff, session, { id, state: read.error, status: 422 });
  const { suite: outcome, reponse } = read.value;
  const order = { id, academy: staff.academy, by: staff.accountId, outcome, answer: reponse };
  const done = await answerCase(deps, actBy(visit, staff), order);
  if (done.ok) return redirect(addresses.cases({ session, message: 'repondu' }));
  const state = withFault(typedForm(answerFields, visit.body), null, refusals.inWords(done.error));
  return showCases(deps, visit, staff, session, { id, state, status: refusals.status(done.error) });
}
