import { h } from 'preact';
import { actBy } from '../../../accounts/index.ts';
import { findEnrolmentsOf } from '../../../enrolment/index.ts';
import { actDeps, type DocumentDeskDeps } from '../../../papers/index.ts';
import { file, type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { type AtDesk, atDesk, namesOf, namesWithin, peopleOf } from '../../../scope/index.ts';
import { show } from '../../../ui/index.ts';
import { abandonDocument, orderDocument, previewDocument } from '../../actions/orderDocument.ts';
import { type DocumentRefusal, documentRefusals } from '../../refusals.ts';
import { documentName } from '../../rules/documentName.ts';
import { listDocuments, listRecipients } from '../../store/documents.ts';
import { addresses as documentDesk } from '../addresses.ts';
import { DOCUMENT_ACTS, DocumentPreviewPage, OfficeDocumentsPage, SentDocumentPage } from '../pages/documentPages.tsx';
import { type AtDocument, theirDocument } from './atDocument.ts';
import { newDocumentRoutes } from './newDocument.ts';
import { withdrawalRoutes } from './withdrawal.ts';

/** Documents of the office (decision 059): chosen, looked at, published, followed, withdrawn. */
export function documentDeskRoutes(deps: DocumentDeskDeps): readonly Route[] {
  const desk = atDesk(deps);
  const theirs = theirDocument(deps, desk);
  const path = '/gestion/documents';
  return [
    route({ method: 'GET', path, who: desk, handle: (visit, at) => showAll(deps, visit, at) }),
    ...newDocumentRoutes(deps, desk),
    route({ method: 'GET', path: `${path}/:id`, who: theirs, handle: (visit, at) => showOne(deps, visit, at) }),
    route({
      method: 'POST',
      path: `${path}/:id`,
      who: theirs,
      note: [
        "Un gestionnaire, ou le chef de bureau, publie un document du bureau qu'il a préparé.",
        'Un gestionnaire, ou le chef de bureau, abandonne un document du bureau avant de le publier.',
      ],
      handle: (visit, at) => act(deps, visit, at),
    }),
    route({ method: 'GET', path: `${path}/:id/pdf`, who: theirs, handle: (visit, at) => givePdf(deps, visit, at) }),
    ...withdrawalRoutes(deps, theirs),
  ];
}

async function showAll(deps: DocumentDeskDeps, visit: Visit, { staff, scope }: AtDesk): Promise<Reply> {
  const [documents, members, frame] = await Promise.all([
    listDocuments(deps.db, scope.academy, staff.role === 'head' ? null : staff.accountId),
    deps.accounts.listStaff(deps.db, scope.academy),
    deps.frame(visit, staff),
  ]);
  return show(h(OfficeDocumentsPage, { ...frame, documents, people: peopleOf(members, staff.accountId) }));
}

async function showOne(
  deps: DocumentDeskDeps,
  visit: Visit,
  at: AtDocument,
  refusal: DocumentRefusal | null = null,
): Promise<Reply> {
  const { staff, scope, document } = at;
  const frame = await deps.frame(visit, staff);
  const recipients = await listRecipients(deps.db, document.id);
  const ids = recipients.map(({ enrolmentId }) => enrolmentId);
  const names = await namesOf(deps.db, ids);
  const named = (id: string) => names.get(id);
  if (document.orderedAt !== null) {
    const members = await deps.accounts.listStaff(deps.db, scope.academy);
    const people = peopleOf(members, staff.accountId);
    const ordered = recipients.toSorted((a, b) => inOrder(named(a.enrolmentId), named(b.enrolmentId)));
    return show(h(SentDocumentPage, { ...frame, document, recipients: ordered, named, people }));
  }
  return show(
    h(DocumentPreviewPage, {
      ...frame,
      document,
      preview: await previewOf(deps, at, ids),
      named,
      waits: deps.scans && document.scan !== 'clean',
      fault: refusal === null ? null : documentRefusals.inWords(refusal),
    }),
    refusal === null ? 200 : documentRefusals.status(refusal),
  );
}

async function previewOf(deps: DocumentDeskDeps, { scope, document }: AtDocument, ids: readonly string[]) {
  const enrolments = await findEnrolmentsOf(deps.db, scope.academy, ids);
  return previewDocument(deps.db, document, enrolments.toSorted(inOrder));
}

function inOrder(one: Numbered, other: Numbered): number {
  return (one?.number ?? '').localeCompare(other?.number ?? '');
}

type Numbered = { readonly number: string | null } | undefined;

async function act(deps: DocumentDeskDeps, visit: Visit, at: AtDocument): Promise<Reply> {
  const { document, scope } = at;
  if (visit.body.acte === DOCUMENT_ACTS.abandon) {
    const gone = await abandonDocument(deps, document.id);
    return redirect(
      gone ? documentDesk.documents({ message: 'document-abandonne' }) : documentDesk.document(document.id),
    );
  }
  if (visit.body.acte !== DOCUMENT_ACTS.publish || document.orderedAt !== null)
    return redirect(documentDesk.document(document.id));
  const recipients = await listRecipients(deps.db, document.id);
  const ids = recipients.map(({ enrolmentId }) => enrolmentId);
  // Whose group was changed since is somebody else's to write to.
  if ((await namesWithin(deps.db, scope, ids)).size < ids.length)
    return showOne(deps, visit, at, { code: 'not-yours' });
  if ((await previewOf(deps, at, ids)).will.length === 0) return showOne(deps, visit, at, { code: 'nobody' });
  const done = await orderDocument({ ...actDeps(deps), scans: deps.scans }, actBy(visit, at.staff), document.id);
  return done.ok
    ? redirect(documentDesk.document(document.id, { message: 'document-publie' }))
    : showOne(deps, visit, at, done.error);
}

/** As the candidate has it; not before the antivirus has read it. */
async function givePdf(deps: DocumentDeskDeps, visit: Visit, at: AtDocument): Promise<Reply> {
  const { fileKey, title, size, scan } = at.document;
  if (scan === 'infected') return showOne(deps, visit, at, { code: 'infected' });
  if (deps.scans && scan !== 'clean') return showOne(deps, visit, at, { code: 'being-scanned' });
  return file(await deps.files.open(fileKey), 'application/pdf', documentName(title, null), 'inline', size);
}
