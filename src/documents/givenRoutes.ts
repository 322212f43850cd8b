import { h } from 'preact';
import { actBy } from '../accounts/index.ts';
import { candidateOfEnrolment, type OwnEnrolment } from '../enrolment/index.ts';
import type { PapersDeps } from '../papers/index.ts';
import { file, type Guard, isDenial, type Reply, type Route, route, type Visit } from '../platform/http/visit.ts';
import { show } from '../ui/index.ts';
import { openPublished, opens } from './actions/openDocument.ts';
import type { PublishedLine } from './document.ts';
import { PublishedPage } from './pages/documentPage.tsx';
import { publishedName } from './rules/documentName.ts';
import { findPublished } from './store/given.ts';

type OwnPublished = OwnEnrolment & { readonly published: PublishedLine };

/** The documents of the office, as the candidate has them. */
export function publishedRoutes(deps: PapersDeps): readonly Route[] {
  const path = '/candidatures/:id/documents/bureau/:document';
  const [get, whole, open] = [
    { method: 'GET' } as const,
    candidateOfPublished(deps, false),
    candidateOfPublished(deps, true),
  ];
  return [
    route({ ...get, path, who: whole, handle: (visit, own) => showOne(deps, visit, own) }),
    route({ ...get, path: `${path}/pdf`, who: open, handle: (visit, own) => givePdf(deps, visit, own) }),
  ];
}

/** The candidate whose enrolment and document stand in the address. `opening`: what is withdrawn doesn't exist any more. */
function candidateOfPublished(deps: PapersDeps, opening: boolean): Guard<OwnPublished> {
  const own = candidateOfEnrolment(deps);
  return {
    name: 'candidate of the document',
    admit: async (visit) => {
      const granted = await own.admit(visit);
      if (isDenial(granted)) return granted;
      const published = await findPublished(deps.db, granted.enrolment.id, visit.params.document);
      if (published === null || (opening && !opens(published))) return { denied: 'not-found' };
      return { ...granted, published };
    },
  };
}

async function showOne(
  deps: PapersDeps,
  visit: Visit,
  { candidate, enrolment, published }: OwnPublished,
): Promise<Reply> {
  await openPublished(deps, actBy(visit, candidate), published);
  // After the opening, so that the page counts it as read.
  return show(h(PublishedPage, { chrome: await deps.chrome(visit, candidate, enrolment), published }));
}

async function givePdf(deps: PapersDeps, visit: Visit, { candidate, published }: OwnPublished): Promise<Reply> {
  const content = await deps.files.open(published.fileKey);
  await openPublished(deps, actBy(visit, candidate), published);
  const disposition = visit.query.telecharger === '1' ? 'attachment' : 'inline';
  return file(content, 'application/pdf', publishedName(published.title, null), disposition, published.size);
}
