import { h } from 'preact';
import { actBy } from '../accounts/index.ts';
import { candidateOfEnrolment, type OwnEnrolment } from '../enrolment/index.ts';
import type { PapersDeps } from '../papers/index.ts';
import { file, type Guard, isDenial, type Reply, type Route, route, type Visit } from '../platform/http/visit.ts';
import { show } from '../ui/index.ts';
import { mayOpen, openDocument } from './actions/openDocument.ts';
import type { GivenDocument } from './document.ts';
import { DocumentPage } from './pages/documentPage.tsx';
import { documentName } from './rules/documentName.ts';
import { findGiven } from './store/given.ts';

type OwnDocument = OwnEnrolment & { readonly given: GivenDocument };

/** The documents of the office, as the candidate has them. */
export function givenRoutes(deps: PapersDeps): readonly Route[] {
  const path = '/candidatures/:id/documents/bureau/:document';
  const [get, whole, open] = [
    { method: 'GET' } as const,
    candidateOfDocument(deps, false),
    candidateOfDocument(deps, true),
  ];
  return [
    route({ ...get, path, who: whole, handle: (visit, own) => showOne(deps, visit, own) }),
    route({ ...get, path: `${path}/pdf`, who: open, handle: (visit, own) => givePdf(deps, visit, own) }),
  ];
}

/** The candidate whose enrolment and document stand in the address. `opening`: what is withdrawn doesn't exist any more. */
function candidateOfDocument(deps: PapersDeps, opening: boolean): Guard<OwnDocument> {
  const own = candidateOfEnrolment(deps);
  return {
    name: 'candidate of the document',
    admit: async (visit) => {
      const granted = await own.admit(visit);
      if (isDenial(granted)) return granted;
      const given = await findGiven(deps.db, granted.enrolment.id, visit.params.document);
      if (given === null || (opening && !mayOpen(given))) return { denied: 'not-found' };
      return { ...granted, given };
    },
  };
}

async function showOne(deps: PapersDeps, visit: Visit, { candidate, enrolment, given }: OwnDocument): Promise<Reply> {
  await openDocument(deps, actBy(visit, candidate), given);
  // After the opening, so that the page counts it as read.
  return show(h(DocumentPage, { chrome: await deps.chrome(visit, candidate, enrolment), given }));
}

async function givePdf(deps: PapersDeps, visit: Visit, { candidate, given }: OwnDocument): Promise<Reply> {
  const content = await deps.files.open(given.fileKey);
  await openDocument(deps, actBy(visit, candidate), given);
  const disposition = visit.query.telecharger === '1' ? 'attachment' : 'inline';
  return file(content, 'application/pdf', documentName(given.title, null), disposition, given.size);
}
