import { claim } from '../../../checking/index.ts';
import { type Route, redirect, route } from '../../../platform/http/visit.ts';
import { deskAddresses, fileAtDesk } from '../../../scope/index.ts';
import type { OfficeDeps } from '../../deps.ts';
import { showFile } from './showFile.ts';

/** « Je m'en occupe », from the page of a file. */
export function fileClaimRoutes(deps: OfficeDeps): readonly Route[] {
  return [
    route({
      method: 'POST',
      path: '/gestion/dossiers/:id/prise',
      who: fileAtDesk(deps),
      note: "Un gestionnaire du dossier, ou le chef de bureau, s'occupe du dossier, ou cesse de s'en occuper.",
      handle: async (visit, at) => {
        const done = await claim(deps, visit, at);
        return typeof done === 'string'
          ? showFile(deps, visit, at, { fault: done, status: 409 })
          : redirect(deskAddresses.file(at.enrolment.id, done));
      },
    }),
  ];
}
