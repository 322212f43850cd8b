import { h } from 'preact';
import { sessionWithExam } from '../../catalogue/index.ts';
import { everyone, type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { show } from '../../ui/index.ts';
import type { PublicationDeps } from '../deps.ts';
import { NamesPage } from '../pages/namesPage.tsx';
import { MOST } from '../publication.ts';
import { listAdmitted } from '../store/results.ts';

export function namesRoutes(deps: PublicationDeps): readonly Route[] {
  return [route({ method: 'GET', path: '/resultats', who: everyone, handle: (visit) => showNames(deps, visit) })];
}

/** Of the sessions whose rules publish names; without one the page says that there is no list. */
async function showNames(deps: PublicationDeps, visit: Visit): Promise<Reply> {
  const catalogue = deps.catalogue();
  const sessions = catalogue.sessions().filter(({ namesPublished }) => namesPublished !== undefined);
  const session = sessions.find(({ code }) => code === visit.query.session) ?? sessions[0] ?? null;
  const offered =
    session === null
      ? []
      : catalogue
          .specialitiesOf(session)
          .filter(({ status: { code } }) => code === 'open' || code === 'extra-session-only')
          .map(({ speciality }) => speciality);
  const speciality = offered.find(({ cfd }) => cfd === visit.query.specialite)?.cfd ?? null;
  const from = /^\d{1,6}$/.test(visit.query.depuis ?? '') ? Number(visit.query.depuis) : 0;
  const found =
    session === null
      ? []
      : await listAdmitted(deps.db, { academy: session.academy, session: session.code }, speciality, from);
  return show(
    h(NamesPage, {
      chrome: deps.visitorChrome(visit),
      sessions: sessions.map((one) => ({
        value: one.code,
        label: `${sessionWithExam(catalogue, one)}, ${catalogue.academy(one.academy)?.letterhead.academy ?? one.academy}`,
      })),
      session: session?.code ?? null,
      specialities: offered.map(({ cfd, name }) => ({ value: cfd, label: name })),
      speciality,
      nameOf: (cfd: string) => catalogue.speciality(cfd)?.name ?? cfd,
      people: found.slice(0, MOST.names),
      from,
      next: found.length > MOST.names ? from + MOST.names : null,
    }),
  );
}
