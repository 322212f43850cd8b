import { h } from 'preact';
import { actBy } from '../../../accounts/index.ts';
import type { DocumentDeskDeps } from '../../../papers/index.ts';
import { actDeps } from '../../../papers/index.ts';
import { type Guard, type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { act, emptyForm, type FormState, show } from '../../../ui/index.ts';
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
    act({
      path,
      who: theirs,
      refusals: publicationRefusals,
      note: 'Qui a publié un document, ou le chef de bureau, le retire avec un motif que lisent les candidats.',
      fields: withdrawalForm,
      do: ({ motif: reason }, { staff, publication: { id } }, visit) =>
        withdrawPublication(actDeps(deps), actBy(visit, staff), { id, officerId: staff.accountId, reason }),
      to: (_, { publication }) => documentDesk.publication(publication.id, { message: 'document-retire' }),
      again: (visit, at, state, status) => ask(deps, visit, at, { state, status }),
    }),
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
