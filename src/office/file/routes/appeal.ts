import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy } from '../../../accounts/index.ts';
import { idempotencyKey } from '../../../platform/http/once.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { findVisible, publicationRefusals, remediesOf, typeRequest } from '../../../publication/index.ts';
import { emptyForm, type FormState, type Option, parseForm, show, typedForm, withFault } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import type { OfficeDeps } from '../../deps.ts';
import { fileAtDesk } from '../../guards.ts';
import type { FileAtDesk } from '../../office.ts';
import { pageFrame } from '../../pageFrame.ts';
import { actDeps } from '../../routes/actDeps.ts';
import { personName } from '../../rules/personName.ts';
import { AppealPage, appealFields } from '../pages/appealPage.tsx';

/** A letter that contests a result, or asks to see scripts: typed here, it goes the way of what is asked on line. */
export function appealRoutes(deps: OfficeDeps): readonly Route[] {
  const [who, path] = [fileAtDesk(deps), addresses.postedAppeal(':id')];
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showAppeal(deps, visit, at) }),
    route({ method: 'POST', path, who, handle: (visit, at) => typeAppeal(deps, visit, at) }),
  ];
}

/** What this candidate may ask now; null: nothing is published of them. */
async function kindsOf({ db, catalogue }: OfficeDeps, { enrolment }: FileAtDesk): Promise<readonly Option[] | null> {
  const exam = catalogue().exam(catalogue().session(enrolment.session)?.exam ?? '');
  if (exam === undefined || (await findVisible(db, enrolment.id)) === null) return null;
  return remediesOf(exam).map(({ code, label }) => ({ value: code, label }));
}

async function showAppeal(
  deps: OfficeDeps,
  visit: Visit,
  at: FileAtDesk,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { enrolment, candidate, staff } = at;
  const [kinds, frame] = await Promise.all([kindsOf(deps, at), pageFrame(deps, visit, staff)]);
  return show(
    h(AppealPage, {
      ...frame,
      enrolmentId: enrolment.id,
      number: enrolment.number ?? '',
      name: personName(candidate),
      kinds,
      idempotencyKey: idempotencyKey(visit.body?.cle) ?? randomUUID(),
      state,
    }),
    status,
  );
}

async function typeAppeal(deps: OfficeDeps, visit: Visit, at: FileAtDesk): Promise<Reply> {
  const kinds = await kindsOf(deps, at);
  if (kinds === null) return showAppeal(deps, visit, at, emptyForm, 409);
  const fields = appealFields(kinds);
  const read = parseForm(fields, visit.body);
  if (!read.ok) return showAppeal(deps, visit, at, read.error, 422);
  const { demande: kind, poste: postedOn, arrivee: receivedOn, precisions: words } = read.value;
  const { enrolment, staff, scope } = at;
  const done = await typeRequest(actDeps(deps), actBy(visit, staff), {
    enrolmentId: enrolment.id,
    academy: scope.academy,
    kind,
    words,
    postedOn,
    receivedOn,
    officerId: staff.accountId,
    key: idempotencyKey(visit.body.cle),
  });
  if (done.ok) return redirect(addresses.file(enrolment.id, { message: 'demande-saisie' }));
  const state = withFault(typedForm(fields, visit.body), null, publicationRefusals.inWords(done.error));
  return showAppeal(deps, visit, at, state, publicationRefusals.status(done.error));
}
