import { h } from 'preact';
import { actBy } from '../../../accounts/index.ts';
import { actDeps, type DocumentDeskDeps } from '../../../papers/index.ts';
import { type Guard, type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { act, emptyForm, type FormState, show } from '../../../ui/index.ts';
import { withdrawDocument } from '../../actions/withdrawDocument.ts';
import { documentRefusals } from '../../refusals.ts';
import { listRecipients } from '../../store/documents.ts';
import { addresses as documentDesk } from '../addresses.ts';
import { WithdrawalPage, withdrawalForm } from '../pages/withdrawalPage.tsx';
import type { AtDocument } from './atDocument.ts';

/** A document that was published by mistake is taken back from everybody. */
export function withdrawalRoutes(deps: DocumentDeskDeps, theirs: Guard<AtDocument>): readonly Route[] {
  const path = '/gestion/documents/:id/retrait';
  return [
    route({ method: 'GET', path, who: theirs, handle: (visit, at) => ask(deps, visit, at) }),
    act({
      path,
      who: theirs,
      refusals: documentRefusals,
      note: 'Qui a publié un document, ou le chef de bureau, le retire avec un motif que lisent les candidats.',
      fields: withdrawalForm,
      do: ({ motif: reason }, { staff, document: { id } }, visit) =>
        withdrawDocument(actDeps(deps), actBy(visit, staff), { id, officerId: staff.accountId, reason }),
      to: (_, { document }) => documentDesk.document(document.id, { message: 'document-retire' }),
      again: (visit, at, state, status) => ask(deps, visit, at, { state, status }),
    }),
  ];
}

type Shown = { readonly state: FormState; readonly status: number };

async function ask(
  deps: DocumentDeskDeps,
  visit: Visit,
  { staff, document }: AtDocument,
  { state, status }: Shown = { state: emptyForm, status: 200 },
): Promise<Reply> {
  if (document.orderedAt === null || document.withdrawnAt !== null) return redirect(documentDesk.document(document.id));
  const recipients = await listRecipients(deps.db, document.id);
  const given = recipients.filter((one) => one.state === 'given').length;
  return show(h(WithdrawalPage, { ...(await deps.frame(visit, staff)), document, given, state }), status);
}
