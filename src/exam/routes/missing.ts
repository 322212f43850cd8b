import { h } from 'preact';
import { countWaitingIn } from '../../accommodations/index.ts';
import { countCertificates } from '../../pieces/index.ts';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { frameOf, show } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { certificateCodes } from '../certificates.ts';
import type { ExamDeps } from '../deps.ts';
import { type AtExam, atExam } from '../guards.ts';
import { missingTexts as say } from '../missingTexts.ts';
import { type GapLine, type MissingLine, MissingPage, NoSession } from '../pages/missingPage.tsx';
import { gapOf } from '../rules/gaps.ts';
import { countBySpeciality, countFiles } from '../store/missing.ts';
import { findPublishedPlan } from '../store/seats.ts';
import { countSummonses, type SummonsFilter } from '../store/summonsList.ts';
import { dueExams } from '../store/watch.ts';
import { summonsListTexts } from '../summonsListTexts.ts';
import { withoutSummons } from '../withoutSummons.ts';

export function missingRoutes(deps: ExamDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/gestion/examen',
      who: atExam(deps),
      handle: (visit, at) => showMissing(deps, visit, at),
    }),
  ];
}

async function showMissing(deps: ExamDeps, visit: Visit, at: AtExam): Promise<Reply> {
  const { staff, desk } = at;
  const { scope, session, sessions } = desk;
  const frame = frameOf(await deps.chrome(visit, staff), visit, {});
  if (session === null) return show(h(NoSession, frame));
  const isHead = staff.role === 'head';
  const [candidates, form] = await Promise.all([
    countBySpeciality(deps.db, scope, session.code),
    isHead ? deps.ruleForm(scope.academy) : null,
  ]);
  const files = await fileLines(deps, at, session);
  const offered = offeredAt(deps, at, session, candidates);
  return show(
    h(MissingPage, {
      ...frame,
      sessions,
      session,
      isHead,
      candidates: [...candidates.values()].reduce((sum, count) => sum + count, 0),
      files,
      offered: offered.length,
      gaps: gapLines(offered, form),
      due: isHead
        ? ((await dueExams(deps.db, scope.academy)).find((one) => one.session === session.code) ?? null)
        : null,
      noDraft: isHead && form === null,
    }),
  );
}

type Session = NonNullable<AtExam['desk']['session']>;

async function fileLines(deps: ExamDeps, { staff, desk: { scope } }: AtExam, session: Session): Promise<MissingLine[]> {
  const isHead = staff.role === 'head';
  const codes = certificateCodes(deps.catalogue(), session);
  const place = { academy: scope.academy, session: session.code };
  const [plan, without, summonses, counts, requests, certificates] = await Promise.all([
    findPublishedPlan(deps.db, place),
    withoutSummons(deps.db, deps.catalogue(), place, scope.portfolios),
    countSummonses(deps.db, scope, session.code),
    countFiles(deps.db, scope, { session: session.code }),
    isHead ? countWaitingIn(deps.db, scope.academy, session.code) : 0,
    codes.length === 0 ? null : countCertificates(deps.db, { ...scope, session: session.code }, codes),
  ]);
  const list = (filter: SummonsFilter): string =>
    addresses.summonses({ session: session.code, etat: summonsListTexts.names[filter] });
  const to = (etat: string): string => addresses.files({ session: session.code, etat });
  return [
    { key: 'reserved', label: say.reserved, hint: say.reservedText, count: counts.reserved, href: to('sous-reserve') },
    { key: 'unsigned', label: say.unsigned, count: counts.unsigned, href: to('a-signer') },
    { key: 'undecided', label: say.undecided, count: counts.undecided, href: to('signees') },
    ...(certificates === null
      ? []
      : [
          {
            key: 'certificates',
            label: say.certificates,
            hint: say.certificatesText,
            count: certificates.missing,
            href: addresses.sitters({ session: session.code }),
          },
          {
            key: 'to-check',
            label: say.certificatesToCheck,
            count: certificates.toCheck,
            href: addresses.queue({ session: session.code, piece: codes[0] }),
          },
        ]),
    // Before a plan is published nobody has one: it is said once the first test is near.
    ...(plan === null && !without.due
      ? []
      : [
          {
            key: 'without',
            label: say.without,
            hint: say.withoutText,
            count: without.ids.length,
            href: list('without'),
          },
          { key: 'refused', label: say.mailsRefused, count: summonses.refused, href: list('refused') },
        ]),
    ...(isHead ? [{ key: 'requests', label: say.requests, hint: say.requestsText, count: requests, href: null }] : []),
  ];
}

type Offer = {
  readonly cfd: string;
  readonly name: string;
  readonly candidates: number;
  readonly gap: ReturnType<typeof gapOf>;
};

/** What the session offers to somebody's groups, and whatever somebody is enrolled for. */
function offeredAt(
  deps: ExamDeps,
  { desk: { scope } }: AtExam,
  session: Session,
  candidates: ReadonlyMap<string, number>,
): readonly Offer[] {
  const catalogue = deps.catalogue();
  return catalogue
    .specialitiesOf(session)
    .filter(({ speciality, status }) => {
      if (candidates.has(speciality.cfd)) return true;
      if (status.code !== 'open' && status.code !== 'extra-session-only') return false;
      const portfolio = catalogue.portfolioOf(speciality, scope.academy)?.code;
      return scope.portfolios === null || (portfolio !== undefined && scope.portfolios.includes(portfolio));
    })
    .map(({ speciality, regulation }) => ({
      cfd: speciality.cfd,
      name: speciality.name,
      candidates: candidates.get(speciality.cfd) ?? 0,
      gap: gapOf({ speciality, regulation }),
    }));
}

function gapLines(offered: readonly Offer[], form: ((cfd: string) => string) | null): readonly GapLine[] {
  return offered
    .flatMap(({ gap, ...offer }) => (gap === null ? [] : [{ ...offer, gap, href: form?.(offer.cfd) ?? null }]))
    .toSorted((a, b) => Number(b.candidates > 0) - Number(a.candidates > 0));
}
