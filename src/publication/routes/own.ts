import { h } from 'preact';
import type { Remedy } from '../../catalogue/index.ts';
import { candidateOfEnrolment, type OwnEnrolment } from '../../enrolment/index.ts';
import { listPapers, paperAddresses } from '../../papers/index.ts';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import { show } from '../../ui/index.ts';
import { RESULT_PAPERS } from '../actions/withhold.ts';
import type { PublicationDeps } from '../deps.ts';
import { OwnPage, type OwnPaper, type PublishedView } from '../pages/ownPage.tsx';
import { differences } from '../rules/differences.ts';
import { keptMarks } from '../rules/kept.ts';
import { nextAnnounced } from '../store/publications.ts';
import { findBefore, findSuspension, findVisible, type VisibleResult } from '../store/results.ts';

export function ownRoutes(deps: PublicationDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/candidatures/:id/resultats',
      who: candidateOfEnrolment(deps),
      handle: (visit, own) => showOwn(deps, visit, own),
    }),
  ];
}

async function showOwn(deps: PublicationDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const { candidate, enrolment } = own;
  const [chrome, visible] = await Promise.all([
    deps.candidateChrome(visit, candidate, enrolment),
    findVisible(deps.db, enrolment.id),
  ]);
  const around = { chrome, enrolmentId: enrolment.id, documents: paperAddresses.list(enrolment.id) };
  if (visible !== null) {
    const view = await publishedView(deps, own, visible);
    if (view !== null) return show(h(OwnPage, { ...around, state: 'published', ...view }));
  }
  const words = await findSuspension(deps.db, enrolment.id);
  if (words !== null) return show(h(OwnPage, { ...around, state: 'suspended', words }));
  const cfd = enrolment.registered?.qualification?.speciality;
  const at = typeof cfd === 'string' ? await nextAnnounced(deps.db, enrolment, cfd) : null;
  return show(h(OwnPage, at === null ? { ...around, state: 'nothing' } : { ...around, state: 'announced', at }));
}

/** Null where the rules no longer know the exam. */
async function publishedView(
  deps: PublicationDeps,
  { candidate, enrolment }: OwnEnrolment,
  visible: VisibleResult,
): Promise<PublishedView | null> {
  const catalogue = deps.catalogue();
  const session = catalogue.session(enrolment.session);
  const exam = session === undefined ? undefined : catalogue.exam(session.exam);
  if (session === undefined || exam === undefined) return null;
  const { result, changeReason, number, announcedAt } = visible;
  const [papers, before] = await Promise.all([
    listPapers(deps.db, null, enrolment.id),
    changeReason === null ? null : findBefore(deps.db, enrolment.id, number),
  ]);
  const { keptFrom, keptYears, carriedIn } = exam.credits;
  return {
    visible,
    exam,
    named: {
      civility: candidate.candidate.civility,
      exam,
      speciality: catalogue.speciality(result.speciality)?.name ?? result.speciality,
      session: session.label,
    },
    changes: before === null ? [] : differences(before, result),
    kept: keptMarks(result, { keptFrom: keptFrom === null ? null : keptFrom * 2, keptYears, carriedIn }),
    papers: latestOf(papers, enrolment.id),
    remedies: (exam.results.remedies ?? []).map((remedy) => ({ ...remedy, until: lastDayOf(remedy, announcedAt) })),
  };
}

/** Of each kind the last, as the list has them: newest first. */
function latestOf(papers: Awaited<ReturnType<typeof listPapers>>, enrolmentId: string): readonly OwnPaper[] {
  return RESULT_PAPERS.flatMap((kind) => {
    const paper = papers.find((one) => one.kind === kind);
    return paper === undefined
      ? []
      : [{ key: paper.id, title: paper.title, href: paperAddresses.download(enrolmentId, paper.id) }];
  });
}

function lastDayOf({ within }: Remedy, publishedAt: Temporal.Instant): Temporal.PlainDate | null {
  return within === undefined ? null : parisDay(publishedAt).add({ [within.unit]: within.count });
}
