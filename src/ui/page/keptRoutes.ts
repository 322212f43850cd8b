import { everyone, type Guard, json, type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { keptWorker } from './keptWorker.ts';

/**
 * What a device asks for so as to open without a network: whether an account may still, which anybody may ask of it; the page that it draws
 * in; the script that keeps both.
 */
export function keptRoutes<At>(kept: {
  readonly addresses: {
    readonly allowed: (account: string) => string;
    readonly shell: string;
    readonly worker: string;
  };
  readonly who: Guard<At>;
  readonly mayKeep: (account: string) => Promise<boolean>;
  readonly refused: () => Reply;
  readonly shell: (visit: Visit) => Reply;
  readonly worker: Omit<Parameters<typeof keptWorker>[0], 'shell'>;
}): readonly Route[] {
  const { addresses, who, mayKeep, refused, shell, worker } = kept;
  return [
    route({
      method: 'GET',
      path: addresses.allowed(':account'),
      who: everyone,
      priority: 'deliver',
      handle: async (visit) => ((await mayKeep(visit.params.account ?? '')) ? json({ allowed: true }) : refused()),
    }),
    route({ method: 'GET', path: addresses.shell, who, handle: async (visit) => shell(visit) }),
    route({
      method: 'GET',
      path: addresses.worker,
      who: everyone,
      priority: 'never-waits',
      handle: async () => keptWorker({ ...worker, shell: addresses.shell }),
    }),
  ];
}
