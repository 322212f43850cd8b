import { h } from 'preact';
import { personName } from '../../accounts/index.ts';
import type { ResolvedSession } from '../../catalogue/index.ts';
import { type Enrolment, listRunningOf, readRegistered, sitterOf, stateOf, unitsToSit } from '../../enrolment/index.ts';
import { type AtExam, atExam, type ExamDeps, examTexts, unitCode } from '../../exam/index.ts';
import { excludedUnits } from '../../hearings/index.ts';
import { certificateCodes, certificatesOf } from '../../pieces/index.ts';
import { frameFor, listSittings } from '../../places/index.ts';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { NoSessionPage } from '../../scope/index.ts';
import { show } from '../../ui/index.ts';
import { type SitterLine, SittersPage } from '../pages/sittersPage.tsx';
import { sittersTexts as say } from '../sittersTexts.ts';
import { readAdmitted } from '../store/replacements.ts';
import { countBySpeciality, namesOf } from '../store/running.ts';

/** Each file is read again by the rules: so many at once, and one speciality at a time. */
const PAGE_SIZE = 100;

export function sitterRoutes(deps: ExamDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/gestion/examen/candidats',
      who: atExam(deps),
      handle: (visit, at) => showSitters(deps, visit, at),
    }),
  ];
}

async function showSitters(deps: ExamDeps, visit: Visit, at: AtExam): Promise<Reply> {
  const frame = await frameFor(deps, visit, at);
  const { session, sessions, scope } = at.desk;
  if (session === null) return show(h(NoSessionPage, { ...frame, title: examTexts.title }));
  const catalogue = deps.catalogue();
  const counts = await countBySpeciality(deps.db, scope, session.code);
  const specialities = [...counts.keys()]
    .map((cfd) => ({ value: cfd, label: catalogue.speciality(cfd)?.name ?? cfd }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'fr'));
  const speciality =
    specialities.find(({ value }) => value === visit.query.specialite)?.value ?? specialities[0]?.value ?? null;
  const after = /^[A-Z0-9-]{1,30}$/.test(visit.query.apres ?? '') ? (visit.query.apres ?? '') : '';
  const within = { academy: scope.academy, session: session.code, portfolios: scope.portfolios };
  const found =
    speciality === null ? [] : await listRunningOf(deps.db, { ...within, speciality }, after, PAGE_SIZE + 1);
  const files = found.slice(0, PAGE_SIZE);
  const read = await linesOf(deps, session, within, files);
  const sittings = speciality === null ? [] : await listSittings(deps.db, within, [speciality]);
  const scheduled = new Set(sittings.map(({ unit }) => unit));
  const code = unitCode(deps.catalogue(), session, speciality);
  const unscheduled = [...new Set(read.flatMap(({ toSit }) => toSit))]
    .filter((unit) => !scheduled.has(unit))
    .toSorted();
  return show(
    h(SittersPage, {
      ...frame,
      sessions,
      session: session.code,
      specialities,
      speciality,
      total: speciality === null ? 0 : (counts.get(speciality) ?? 0),
      lines: read.map(({ toSit, ...line }) => ({ ...line, units: toSit.map(code) })),
      unscheduled: unscheduled.map(code),
      next: found.length > PAGE_SIZE ? (files.at(-1)?.number ?? null) : null,
    }),
  );
}

type Within = Parameters<typeof certificatesOf>[1];
type Read = Omit<SitterLine, 'units'> & { readonly toSit: readonly string[] };

async function linesOf(
  deps: ExamDeps,
  session: ResolvedSession,
  within: Within,
  files: readonly Enrolment[],
): Promise<readonly Read[]> {
  const catalogue = deps.catalogue();
  const codes = certificateCodes(catalogue, session);
  const ids = files.map(({ id }) => id);
  const [names, again, excluded, certificates] = await Promise.all([
    namesOf(
      deps.db,
      files.map(({ candidateId }) => candidateId),
    ),
    readAdmitted(deps.db, within, ids),
    excludedUnits(deps.db, within),
    certificatesOf(deps.db, within, codes, ids),
  ]);
  return files.flatMap((enrolment): readonly Read[] => {
    const person = names.get(enrolment.candidateId);
    if (person === undefined) return [];
    const line = { id: enrolment.id, number: enrolment.number ?? '', name: personName(person) };
    const file = readRegistered(catalogue, enrolment, person);
    if (file === null) return [{ ...line, toSit: [], notes: [say.unreadable] }];
    const state = stateOf(certificates.get(enrolment.id));
    const { units, withheld, doubts } = unitsToSit(sitterOf(file, state, excluded.get(enrolment.id) ?? []));
    const code = unitCode(catalogue, session, file.review.qualification.speciality.cfd);
    const notes = [
      ...(withheld.length === 0 ? [] : [say.withheld(withheld.map(code))]),
      ...doubts.map((doubt) => say.doubts[doubt]),
    ];
    return [{ ...line, toSit: [...units, ...(again.get(enrolment.id) ?? [])], notes }];
  });
}
