import { h } from 'preact';
import { actBy } from '../../../accounts/index.ts';
import { findEnrolmentsOf } from '../../../enrolment/index.ts';
import type { DocumentDeskDeps } from '../../../papers/index.ts';
import { actDeps } from '../../../papers/index.ts';
import { file, type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import type { AtDesk } from '../../../scope/index.ts';
import { atDesk, namesOf, namesWithin, peopleOf } from '../../../scope/index.ts';
import { show } from '../../../ui/index.ts';
import { abandonPublication, orderPublication, previewPublication } from '../../actions/orderDocument.ts';
import { type PublicationRefusal, publicationRefusals } from '../../refusals.ts';
import { publishedName } from '../../rules/documentName.ts';
import { listPublicationRecipients, listPublications } from '../../store/documents.ts';
import { addresses as documentDesk } from '../addresses.ts';
import {
  PUBLICATION_ACTS,
  PublicationPreviewPage,
  PublicationsPage,
  SentPublicationPage,
} from '../pages/documentPages.tsx';
import { type AtPublication, theirPublication } from './atDocument.ts';
import { newPublicationRoutes } from './newDocument.ts';
import { withdrawalRoutes } from './withdrawal.ts';

/** Documents of the office (docs/decisions/059): chosen, looked at, published, followed, withdrawn. */
export function publicationRoutes(deps: DocumentDeskDeps): readonly Route[] {
  const desk = atDesk(deps);
  const theirs = theirPublication(deps, desk);
  const path = '/gestion/documents';
  return [
    route({ method: 'GET', path, who: desk, handle: (visit, at) => showAll(deps, visit, at) }),
    ...newPublicationRoutes(deps, desk),
    route({ method: 'GET', path: `${path}/:id`, who: theirs, handle: (visit, at) => showOne(deps, visit, at) }),
    route({ method: 'POST', path: `${path}/:id`, who: theirs, handle: (visit, at) => act(deps, visit, at) }),
    route({ method: 'GET', path: `${path}/:id/pdf`, who: theirs, handle: (visit, at) => givePdf(deps, visit, at) }),
    ...withdrawalRoutes(deps, theirs),
  ];
}

async function showAll(deps: DocumentDeskDeps, visit: Visit, { staff, scope }: AtDesk): Promise<Reply> {
  const [publications, members, frame] = await Promise.all([
    listPublications(deps.db, scope.academy, staff.role === 'head' ? null : staff.accountId),
    deps.accounts.listStaff(deps.db, scope.academy),
    deps.frame(visit, staff),
  ]);
  return show(h(PublicationsPage, { ...frame, publications, people: peopleOf(members, staff.accountId) }));
}

async function showOne(
  deps: DocumentDeskDeps,
  visit: Visit,
  at: AtPublication,
  refusal: PublicationRefusal | null = null,
): Promise<Reply> {
  const { staff, scope, publication } = at;
  const frame = await deps.frame(visit, staff);
  const recipients = await listPublicationRecipients(deps.db, publication.id);
  const ids = recipients.map(({ enrolmentId }) => enrolmentId);
  const names = await namesOf(deps.db, ids);
  const named = (id: string) => names.get(id);
  const inOrder = (one: string, other: string): number =>
    (named(one)?.number ?? '').localeCompare(named(other)?.number ?? '');
  if (publication.orderedAt !== null) {
    const members = await deps.accounts.listStaff(deps.db, scope.academy);
    const people = peopleOf(members, staff.accountId);
    const ordered = recipients.toSorted((one, other) => inOrder(one.enrolmentId, other.enrolmentId));
    return show(h(SentPublicationPage, { ...frame, publication, recipients: ordered, named, people }));
  }
  const { will, wont } = await previewOf(deps, at, ids);
  return show(
    h(PublicationPreviewPage, {
      ...frame,
      publication,
      preview: {
        will: will.toSorted(inOrder),
        wont: wont.toSorted((one, other) => inOrder(one.id, other.id)),
      },
      named,
      waits: deps.scans && publication.scan !== 'clean',
      fault: refusal === null ? null : publicationRefusals.inWords(refusal),
    }),
    refusal === null ? 200 : publicationRefusals.status(refusal),
  );
}

async function previewOf(deps: DocumentDeskDeps, { scope, publication }: AtPublication, ids: readonly string[]) {
  return previewPublication(deps.db, publication, await findEnrolmentsOf(deps.db, scope.academy, ids));
}

async function act(deps: DocumentDeskDeps, visit: Visit, at: AtPublication): Promise<Reply> {
  const { publication, scope } = at;
  if (visit.body.acte === PUBLICATION_ACTS.abandon) {
    const gone = await abandonPublication(deps, publication.id);
    return redirect(
      gone ? documentDesk.publications({ message: 'document-abandonne' }) : documentDesk.publication(publication.id),
    );
  }
  if (visit.body.acte !== PUBLICATION_ACTS.publish || publication.orderedAt !== null)
    return redirect(documentDesk.publication(publication.id));
  const recipients = await listPublicationRecipients(deps.db, publication.id);
  const ids = recipients.map(({ enrolmentId }) => enrolmentId);
  // Whose group was changed since is somebody else's to write to.
  if ((await namesWithin(deps.db, scope, ids)).size < ids.length)
    return showOne(deps, visit, at, { code: 'not-yours' });
  if ((await previewOf(deps, at, ids)).will.length === 0) return showOne(deps, visit, at, { code: 'nobody' });
  const done = await orderPublication({ ...actDeps(deps), scans: deps.scans }, actBy(visit, at.staff), publication.id);
  return done.ok
    ? redirect(documentDesk.publication(publication.id, { message: 'document-publie' }))
    : showOne(deps, visit, at, done.error);
}

/** As the candidate has it; not before the antivirus has read it. */
async function givePdf(deps: DocumentDeskDeps, visit: Visit, at: AtPublication): Promise<Reply> {
  const { fileKey, title, size, scan } = at.publication;
  if (scan === 'infected') return showOne(deps, visit, at, { code: 'infected' });
  if (deps.scans && scan !== 'clean') return showOne(deps, visit, at, { code: 'being-scanned' });
  return file(await deps.files.open(fileKey), 'application/pdf', publishedName(title, null), 'inline', size);
}
