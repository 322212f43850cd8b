import { h } from 'preact';
import { listRefusals } from '../../../pieces/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { readPageNumber } from '../../../platform/query.ts';
import { type AtDesk, headAtDesk, listNamed, PAGE_SIZE, pagesOf, sessionAsked } from '../../../scope/index.ts';
import { show } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import type { OfficeDeps } from '../../deps.ts';
import { RefusedPage } from '../pages/refusedPage.tsx';
import { LAST_REFUSALS, reasonsOffered } from '../readDashboard.ts';
import { givenIn } from '../rules/reasons.ts';

/** What a number of refusals is made of. */
export function refusedRoutes(deps: OfficeDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/gestion/tableau-de-bord/refus',
      who: headAtDesk(deps),
      handle: (visit, at) => showRefused(deps, visit, at),
    }),
  ];
}

async function showRefused(deps: OfficeDeps, visit: Visit, { staff, scope }: AtDesk): Promise<Reply> {
  const { db } = deps;
  const catalogue = deps.catalogue();
  const { piece: code = '', raison: reason = null } = visit.query;
  const session = sessionAsked(catalogue, scope, visit.query.session, deps.clock.now(), 'open');
  // An address cut short names no piece: the reasons, each with its number, are on the dashboard.
  if (code === '') return redirect(addresses.dashboard({ session: session?.code }));
  const last =
    session === null
      ? []
      : await listRefusals(db, { academy: scope.academy, session: session.code }, LAST_REFUSALS, code);
  const found =
    session === null
      ? []
      : last.filter(({ comment }) => givenIn(comment, reasonsOffered(catalogue, session, code)).includes(reason));
  const page = readPageNumber(visit.query.page);
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const files = await listNamed(
    db,
    scope,
    shown.map(({ enrolmentId }) => enrolmentId),
  );
  return show(
    h(RefusedPage, {
      ...(await deps.frame(visit, staff)),
      catalogue,
      session: session?.code ?? '',
      code,
      reason,
      total: found.length,
      refusals: shown.flatMap((refusal) => {
        const file = files.find(({ id }) => id === refusal.enrolmentId);
        return file === undefined ? [] : [{ ...refusal, file }];
      }),
      page,
      pages: pagesOf(found.length, PAGE_SIZE),
    }),
  );
}
