import { h } from 'preact';
import { type Route, route } from '../../../platform/http/visit.ts';
import { atDesk } from '../../../scope/index.ts';
import { show } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import type { OfficeDeps } from '../../deps.ts';
import { WorksPage } from '../pages/worksPage.tsx';
import { readWorks } from '../works.ts';

export function workRoutes(deps: OfficeDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: addresses.works,
      who: atDesk(deps),
      handle: async (visit, at) =>
        show(h(WorksPage, { ...(await deps.frame(visit, at.staff)), works: await readWorks(deps, at) })),
    }),
  ];
}
