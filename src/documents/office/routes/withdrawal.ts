import { h } from 'preact';
import { actBy } from '../../../accounts/index.ts';
import type { DocumentDeskDeps } from '../../../papers/index.ts';
import { actDeps } from '../../../papers/index.ts';
import { type Guard, type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { emptyForm, type FormState, parseForm, show, typedForm, withFault } from '../../../ui/index.ts';
import { withdrawPublication } from '../../actions/withdrawDocument.ts';
import { publicationRefusals } from '../../refusals.ts';
import { listPublicationRecipients } from '../../store/documents.ts';
import { addresses as documentDesk } from '../addresses.ts';
import { WithdrawalPage, withdrawalForm } from '../pages/withdrawalPage.tsx';
import type { AtPublication } from './atDocument.ts';

/** A document that was published by mistake is taken back from everybody. */
export function withdrawalRoutes(deps: DocumentDeskDeps, theirs: Guard<AtPublication>): readonly Route[] {
  const path = '/gestion/documents/:id/retrait';
  return [
    route({ method: 'GET', path, who: theirs, handle: (visit, at) => ask(deps, visit, at) }),
    route({ method: 'POST', path, who: theirs, handle: (visit, at) => withdraw(deps, visit, at) }),
  ];
}

type Shown = { readonly state: FormState; readonly status: number };

async function ask(
  deps: DocumentDeskDeps,
  visit: Visit,
  { staff, publication }: AtPublication,
  { state, status }: Shown = { state: emptyForm, status: 200 },
): Promise<Reply> {
  if (publication.orderedAt === null || publication.withdrawnAt !== null)
    return redirect(documentDesk.publication(publication.id));
  const recipients = await listPublicationRecipients(deps.db, publication.id);
  const given = recipients.filter((one) => one.state === 'given').length;
  return show(h(WithdrawalPage, { ...(await deps.frame(visit, staff)), publication, given, state }), status);
}

async function withdraw(deps: DocumentDeskDeps, visit: Visit, at: AtPublication): Promise<Reply> {
  const { staff, publication } = at;
  const read = parseForm(withdrawalForm, visit.body);
  if (!read.ok) return ask(deps, visit, at, { state: read.error, status: 422 });
  const done = await withdrawPublication(actDeps(deps), actBy(visit, staff), {
    id: publication.id,
    officerId: staff.accountId,
    reason: read.value.motif,
  });
  if (done.ok) return redirect(documentDesk.publication(publication.id, { message: 'document-retire' }));
  const typed = typedForm(withdrawalForm, visit.body);
  return ask(deps, visit, at, {
    state: withFault(typed, publicationRefusals.fieldOf(done.error), publicationRefusals.inWords(done.error)),
    status: publicationRefusals.status(done.error),
  });
}
