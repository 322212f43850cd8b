import { h } from 'preact';
import { countWaitingIn } from '../../accommodations/index.ts';
import { attendanceAddresses, countUnkept } from '../../attendance/index.ts';
import {
  type AtExam,
  examAddresses as addresses,
  atExam,
  type ExamDeps,
  type ExamPlace,
  examFrame,
} from '../../exam/index.ts';
import { countBoards } from '../../examiners/index.ts';
import { certificateCodes, countCertificates } from '../../pieces/index.ts';
import { countPlaces, listSittings } from '../../places/index.ts';
import { choosePlan, findPublishedPlan, listPlans, planTexts } from '../../plan/index.ts';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { NoSessionPage, namesOf } from '../../scope/index.ts';
import { countBySpeciality, type SessionSitter } from '../../sitters/index.ts';
import { countSummonses, type SummonsFilter, summonsListTexts, withoutSummons } from '../../summonses/index.ts';
import { show } from '../../ui/index.ts';
import { missingTexts as say } from '../missingTexts.ts';
import { type GapLine, type MissingLine, MissingPage } from '../pages/missingPage.tsx';
import { gapOf } from '../rules/gaps.ts';
import { boardsLeft, countUnscheduled, stagesOf } from '../stages.ts';
import { countFiles } from '../store/countFiles.ts';
import { dueExams, watchedBehind } from '../store/watch.ts';

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
  const frame = await examFrame(deps, visit, staff);
  if (session === null) return show(h(NoSessionPage, { ...frame, title: say.title }));
  const isHead = staff.role === 'head';
  const [candidates, form] = await Promise.all([
    countBySpeciality(deps.db, scope, session.code),
    isHead ? deps.ruleForm(scope.academy) : null,
  ]);
  const { files: ofFiles, without, summonses } = await fileLines(deps, at, session);
  const offered = offeredAt(deps, at, session, candidates);
  const gaps = gapLines(offered, form);
  const place = { academy: scope.academy, session: session.code };
  const [places, sittings, plans, behind, boards] = await Promise.all([
    countPlaces(deps.db, place),
    listSittings(deps.db, place),
    listPlans(deps.db, place),
    watchedBehind(deps.db, place),
    isHead ? countBoards(deps.db, deps.catalogue(), place, deps.clock.now()) : null,
  ]);
  const files = [...ofFiles, ...boardsLeft(session.code, boards)];
  return show(
    h(MissingPage, {
      ...frame,
      sessions,
      session,
      isHead,
      candidates: [...candidates.values()].reduce((sum, count) => sum + count, 0),
      stages: stagesOf({
        session: session.code,
        filesLeft: ofFiles.filter(({ count }) => count > 0).length,
        rulesLeft: gaps.filter((one) => one.candidates > 0).length,
        places,
        unscheduled: countUnscheduled(without.sitters, sittings),
        plan: choosePlan(plans, undefined),
        behind: behind === null ? null : planTexts.behind(behind),
        boards,
        issued: summonses.issued,
        without: without.ids.length,
      }),
      files,
      offered: offered.length,
      gaps,
      due: isHead
        ? ((await dueExams(deps.db, scope.academy)).find((one) => one.session === session.code) ?? null)
        : null,
      noDraft: isHead && form === null,
    }),
  );
}

type Session = NonNullable<AtExam['desk']['session']>;

/** How many marks of continuous control no locked batch has, once the day is over until when establishments owed them; null: none was owed. */
async function lateMarks(
  deps: Pick<ExamDeps, 'db' | 'clock' | 'lockedMarks'>,
  { academy, code, continuousMarks, zone }: Session,
  sitters: readonly Pick<SessionSitter, 'enrolmentId' | 'given'>[],
): Promise<{ readonly by: Temporal.PlainDate; readonly count: number } | null> {
  const owed = sitters.flatMap(({ enrolmentId, given }) => given.map((unit) => `${enrolmentId}/${unit}`));
  const today = deps.clock.now().toZonedDateTimeISO(zone).toPlainDate();
  if (continuousMarks === null || Temporal.PlainDate.compare(today, continuousMarks.by) <= 0 || owed.length === 0)
    return null;
  const locked = await deps.lockedMarks(deps.db, { academy, session: code });
  const has = new Set(locked.map(({ enrolmentId, unit }) => `${enrolmentId}/${unit}`));
  return { by: continuousMarks.by, count: owed.filter((one) => !has.has(one)).length };
}

/** What one of two juries has yet to sign, of marks that no locked batch has: whose, of each part. */
async function partsLeft(
  deps: Pick<ExamDeps, 'db' | 'missingParts' | 'lockedMarks'>,
  place: ExamPlace,
): Promise<
  readonly { readonly unit: string; readonly name: string; readonly count: number; readonly who: readonly string[] }[]
> {
  const missing = await deps.missingParts(deps.db, place);
  if (missing.length === 0) return [];
  const has = new Set(
    (await deps.lockedMarks(deps.db, place)).map(({ enrolmentId, unit }) => `${enrolmentId}/${unit}`),
  );
  const left = missing.filter(({ enrolmentId, unit }) => !has.has(`${enrolmentId}/${unit}`));
  const files = await namesOf(
    deps.db,
    left.map(({ enrolmentId }) => enrolmentId),
  );
  return [...Map.groupBy(left, ({ unit, name }) => `${unit} ${name}`).values()].flatMap((some) => {
    const who = some.flatMap(({ enrolmentId }) => files.get(enrolmentId)?.name ?? []);
    return some.slice(0, 1).map(({ unit, name }) => ({ unit, name, count: some.length, who }));
  });
}

async function fileLines(deps: ExamDeps, { staff, desk: { scope } }: AtExam, session: Session) {
  const isHead = staff.role === 'head';
  const codes = certificateCodes(deps.catalogue(), session);
  const place = { academy: scope.academy, session: session.code };
  const [plan, without, summonses, counts, requests, unkept, certificates] = await Promise.all([
    findPublishedPlan(deps.db, place),
    withoutSummons(deps.db, deps.catalogue(), place, scope.portfolios),
    countSummonses(deps.db, scope, session.code),
    countFiles(deps.db, scope, { session: session.code }),
    isHead ? countWaitingIn(deps.db, scope.academy, session.code) : 0,
    isHead ? countUnkept(deps.db, place) : 0,
    codes.length === 0 ? null : countCertificates(deps.db, { ...scope, session: session.code }, codes),
  ]);
  const late = isHead ? await lateMarks(deps, session, without.sitters) : null;
  const lateSheets = isHead ? await deps.lateSheets(deps.db, place) : 0;
  const parts = isHead ? await partsLeft(deps, place) : [];
  const list = (filter: SummonsFilter): string =>
    addresses.summonses({ session: session.code, etat: summonsListTexts.names[filter] });
  const to = (etat: string): string => addresses.files({ session: session.code, etat });
  const files: readonly MissingLine[] = [
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
            href: addresses.certificates({ session: session.code }),
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
            hint: summonsListTexts.why({ published: plan !== null, all: without.ids.length, unknown: without.unknown }),
            count: without.ids.length,
            href: list('without'),
          },
          {
            key: 'withheld',
            label: say.withheld,
            hint: say.withheldText,
            count: without.withheld,
            href: addresses.sitters({ session: session.code }),
          },
          { key: 'refused', label: say.mailsRefused, count: summonses.refused, href: list('refused') },
          {
            key: 'outdated',
            label: say.outdated,
            hint: say.outdatedText,
            count: summonses.outdated,
            href: list('outdated'),
          },
        ]),
    ...(isHead
      ? [
          ...(late === null
            ? []
            : [
                {
                  key: 'given',
                  label: say.given,
                  hint: say.givenText(late.by),
                  count: late.count,
                  href: addresses.marks({ session: session.code }),
                },
              ]),
          ...(lateSheets === 0
            ? []
            : [
                {
                  key: 'late-sheets',
                  label: say.lateSheets,
                  hint: say.lateSheetsText,
                  count: lateSheets,
                  href: addresses.marks({ session: session.code }),
                },
              ]),
          ...(parts.length === 0
            ? []
            : [
                {
                  key: 'parts',
                  label: say.parts,
                  hint: say.partsText(parts),
                  count: parts.reduce((sum, { count }) => sum + count, 0),
                  href: addresses.examiners({ session: session.code, voir: 'toutes' }),
                },
              ]),
          { key: 'requests', label: say.requests, hint: say.requestsText, count: requests, href: null },
          {
            key: 'unkept',
            label: say.unkept,
            hint: say.unkeptText,
            count: unkept,
            href: attendanceAddresses.keepers({ session: session.code }),
          },
        ]
      : []),
  ];
  return { files, without, summonses };
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
