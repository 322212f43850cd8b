import { actBy } from '../../../accounts/index.ts';
import type { PaperFile } from '../../../documents/index.ts';
import { file, type Guard, type Route, reaching, route } from '../../../platform/http/visit.ts';
import { type FileAtDesk, fileAtDesk, opensSummonses, recordPaperRead } from '../../../scope/index.ts';
import type { OfficeDeps } from '../../deps.ts';

/** The papers of a file, as its candidate reads them. */
export function paperRoutes(deps: OfficeDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/gestion/dossiers/:id/documents/:paper/pdf',
      who: paperAtDesk(deps),
      handle: async (visit, { at, paper: { name, content } }) => {
        await recordPaperRead(deps, actBy(visit, at.staff), at, visit.params.paper ?? '');
        return file(content, 'application/pdf', name, 'inline', content.length);
      },
    }),
  ];
}

/** The paper in the address, if it is one of a file in the scope of who asks. */
function paperAtDesk(deps: OfficeDeps): Guard<{ readonly at: FileAtDesk; readonly paper: PaperFile }> {
  const desk = fileAtDesk(deps);
  return reaching(desk, 'a paper of it', async (at, visit) => {
    const { academy } = at.scope;
    const reader = opensSummonses(at.staff) ? { headOf: academy } : academy;
    const found = await deps.paperFile?.(reader, at.enrolment.id, visit.params.paper ?? '');
    return found === null || found === undefined ? null : { at, paper: found };
  });
}
