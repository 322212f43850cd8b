import { everyone, json, type Reply, type Route, route } from '../../platform/http/visit.ts';
import type { PublicDeps } from '../site.ts';

/**
 * `/healthz`: the process lives. `/readyz`: it can serve, or what it lacks. `/robots.txt`: one that had to wait would shut searchers out
 * (RFC 9309, 2.3.1.4). Read by machines: no page, no French.
 */
export function healthRoutes({ missing }: Pick<PublicDeps, 'missing'>): readonly Route[] {
  return [
    route({ method: 'GET', path: '/healthz', who: everyone, priority: 'never-waits', handle: async () => plain('ok') }),
    route({
      method: 'GET',
      path: '/robots.txt',
      who: everyone,
      priority: 'never-waits',
      handle: async () => plain('User-agent: *\nDisallow:\n'),
    }),
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

function plain(body: string): Reply {
  return {
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    cookies: [],
    body,
  };
}

function notReady(missing: readonly string[]): Reply {
  const answer = json({ ready: false, missing }, 503);
  return { ...answer, headers: { ...answer.headers, 'retry-after': '5' } };
}
