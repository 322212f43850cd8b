import { everyone, json, type Reply, type Route, route } from '../../platform/http/visit.ts';
import type { PublicDeps } from '../site.ts';

/** `/healthz`: the process lives. `/readyz`: it can serve, or what it lacks. Read by machines: no page, no French. */
export function healthRoutes({ missing }: Pick<PublicDeps, 'missing'>): readonly Route[] {
  return [
    route({ method: 'GET', path: '/healthz', who: everyone, priority: 'never-waits', handle: async () => alive() }),
    route({
      method: 'GET',
      path: '/readyz',
      who: everyone,
      priority: 'never-waits',
      handle: async () => {
        const lacking = await missing().catch(() => ['database']);
        return lacking.length === 0 ? json({ ready: true }) : notReady(lacking);
      },
    }),
  ];
}

function alive(): Reply {
  return {
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    cookies: [],
    body: 'ok',
  };
}

function notReady(missing: readonly string[]): Reply {
  const answer = json({ ready: false, missing }, 503);
  return { ...answer, headers: { ...answer.headers, 'retry-after': '5' } };
}
