import { h } from 'preact';
import type { LetterDeskDeps } from '../../../papers/index.ts';
import { type Reply, type Route, route, type Visit } from '../../../platform/http/visit.ts';
import { type AtDesk, atDesk, NoSessionPage, sessionAsked, sessionOptions } from '../../../scope/index.ts';
import { show } from '../../../ui/index.ts';
import { linesOf } from '../certificateLines.ts';
import { hearingsTexts } from '../hearingsTexts.ts';
import { CertificatesPage } from '../pages/certificatesPage.tsx';

const say = hearingsTexts.list;
/** Names on one page; who comes after is found by their number. */
const MOST = 200;

export function certificateRoutes(deps: LetterDeskDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/gestion/attestations',
      who: atDesk(deps),
      handle: (visit, at) => showCertificates(deps, visit, at),
    }),
  ];
}

async function showCertificates(deps: LetterDeskDeps, visit: Visit, { staff, scope }: AtDesk): Promise<Reply> {
  const [catalogue, now] = [deps.catalogue(), deps.clock.now()];
  const session = sessionAsked(catalogue, scope, visit.query.session, now, 'closed');
  const frame = await deps.frame(visit, staff);
  if (session === null) return show(h(NoSessionPage, { ...frame, title: say.title }));
  const lines = await linesOf(deps, scope, session, now);
  const waiting = lines.filter(({ isOut }) => !isOut);
  return show(
    h(CertificatesPage, {
      ...frame,
      session,
      sessions: sessionOptions(catalogue, scope),
      lines: waiting.slice(0, MOST),
      total: waiting.length,
      leftOut: lines.filter(({ isOut }) => isOut).slice(0, MOST),
    }),
  );
}
