import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { candidateOfEnrolment, isRunning, type OwnEnrolment, whereOf } from '../../enrolment/index.ts';
import { listPapers, paperAddresses } from '../../papers/index.ts';
import { idempotencyKey } from '../../platform/http/once.ts';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import { act, emptyForm, type FormState, faulty, show } from '../../ui/index.ts';
import { askAfter } from '../actions/askAfter.ts';
import { asksToSee } from '../actions/sendScript.ts';
import { RESULT_PAPERS } from '../actions/withhold.ts';
import { addresses } from '../addresses.ts';
import { caseTexts } from '../caseTexts.ts';
import type { PublicationDeps } from '../deps.ts';
import { keptRulesOf } from '../keptRules.ts';
import { ownAskFields } from '../pages/ownCases.tsx';
import { OwnPage, type OwnPaper, type PublishedView } from '../pages/ownPage.tsx';
import { refusals } from '../refusals.ts';
import { remediesOf } from '../remedies.ts';
import { lastDayToAsk } from '../rules/caseTime.ts';
import { differences } from '../rules/differences.ts';
import { keptMarks } from '../rules/keptMarks.ts';
import { standingOf } from '../rules/scriptRight.ts';
import { listOwnCases } from '../store/cases.ts';
import { nextAnnounced } from '../store/publications.ts';
import { findBefore, findSuspension, findVisible, type VisibleResult } from '../store/results.ts';
import { listScripts } from '../store/scripts.ts';
import { timedCases } from '../timedCases.ts';

export function ownRoutes(deps: PublicationDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/candidatures/:id/resultats',
      who: candidateOfEnrolment(deps),
      handle: (visit, own) => showOwn(deps, visit, own),
    }),
    act({
      path: '/candidatures/:id/resultats/demandes',
      who: candidateOfEnrolment(deps),
      refusals,
      note: "Le candidat dont c'est le dossier demande quelque chose après ses résultats.",
      fields: ({ enrolment }) => {
        const catalogue = deps.catalogue();
        const session = catalogue.session(enrolment.session);
        const exam = session === undefined ? undefined : catalogue.exam(session.exam);
        const kinds = exam === undefined ? [] : remediesOf(exam);
        return ownAskFields(kinds.map(({ code, label }) => ({ value: code, label })));
      },
      do: async ({ demande: kind, precisions: words }, { candidate, enrolment }, visit) => {
        if (words === null && !asksToSee(deps, { session: enrolment.session, kind }))
          return faulty({ field: 'precisions', message: caseTexts.wordsMissing });
        const order = { enrolmentId: enrolment.id, kind, words: words ?? '', accountId: candidate.accountId };
        return askAfter(deps, actBy(visit, candidate), { ...order, key: idempotencyKey(visit.body.cle) });
      },
      to: (_, { enrolment }) => `${addresses.own(enrolment.id)}?message=envoyee#demandes`,
      again: (...shown) => showOwn(deps, ...shown),
    }),
  ];
}

async function showOwn(
  deps: PublicationDeps,
  visit: Visit,
  own: OwnEnrolment,
  form: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { candidate, enrolment } = own;
  const [chrome, visible] = await Promise.all([
    deps.candidateChrome(visit, candidate, enrolment),
    findVisible(deps.db, enrolment.id),
  ]);
  const around = {
    chrome,
    enrolmentId: enrolment.id,
    documents: paperAddresses.list(enrolment.id),
    flash:
      visit.query.message === 'envoyee'
        ? ({ tone: 'ok', text: caseTexts.sent } as const)
        : form.faults.length > 0 && visible === null
          ? ({ tone: 'warn', text: form.faults[0]?.message ?? '' } as const)
          : null,
  };
  if (visible !== null) {
    const view = await publishedView(deps, own, visible);
    const key = idempotencyKey(visit.body?.cle) ?? randomUUID();
    if (view !== null)
      return show(
        h(OwnPage, { ...around, state: 'published', ...view, form, csrf: visit.csrf(), idempotencyKey: key }),
        status,
      );
  }
  if (!isRunning(enrolment)) return show(h(OwnPage, { ...around, state: 'nothing' }), status);
  const words = await findSuspension(deps.db, enrolment.id);
  if (words !== null) return show(h(OwnPage, { ...around, state: 'suspended', words }), status);
  const cfd = enrolment.registered?.qualification?.speciality;
  const at = typeof cfd === 'string' ? await nextAnnounced(deps.db, enrolment, cfd) : null;
  return show(
    h(OwnPage, at === null ? { ...around, state: 'nothing' } : { ...around, state: 'announced', at }),
    status,
  );
}

/** Null where the rules no longer know the exam. */
async function publishedView(
  deps: PublicationDeps,
  { candidate, enrolment }: OwnEnrolment,
  visible: VisibleResult,
): Promise<Omit<PublishedView, 'form' | 'csrf' | 'idempotencyKey'> | null> {
  const catalogue = deps.catalogue();
  const session = catalogue.session(enrolment.session);
  const exam = session === undefined ? undefined : catalogue.exam(session.exam);
  const academy = catalogue.academy(enrolment.academy);
  if (session === undefined || exam === undefined || academy === undefined) return null;
  const where = whereOf(academy, enrolment);
  const { result, changeReason, number, announcedAt } = visible;
  const [papers, cases, before, scripts] = await Promise.all([
    listPapers(deps.db, null, enrolment.id),
    listOwnCases(deps.db, enrolment.id),
    changeReason === null ? null : findBefore(deps.db, enrolment.id, number),
    listScripts(deps.db, enrolment.id),
  ]);
  const ofResult = cases.filter(({ contestedId }) => contestedId === null);
  return {
    visible,
    where,
    cases: (await timedCases(deps, deps.db, ofResult, deps.clock.now())).map((one) => ({
      ...one,
      scripts: asksToSee(deps, one)
        ? scripts
            .filter(({ caseId }) => caseId === one.id)
            .map((script) => ({ ...script, standing: standingOf(script, parisDay(deps.clock.now())) }))
        : null,
    })),
    exam,
    named: {
      civility: candidate.candidate.civility,
      exam,
      speciality: catalogue.speciality(result.speciality)?.name ?? result.speciality,
      session: session.label,
    },
    changes: before === null ? [] : differences(before, result),
    kept: keptMarks(result, keptRulesOf(exam)),
    papers: latestOf(papers, enrolment.id),
    remedies: remediesOf(exam).map((remedy) => {
      const until = lastDayToAsk(remedy, parisDay(announcedAt), where);
      const over = until !== null && Temporal.PlainDate.compare(until.last, parisDay(deps.clock.now())) < 0;
      return { ...remedy, until, over };
    }),
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
