import { decisionsToldTo } from '../papers/index.ts';
import { type Guard, isDenial, reaching } from '../platform/http/visit.ts';
import { atHealthDesk, type FileAtDesk, type GuardDeps, openFile, visibleEnrolment } from '../scope/index.ts';
import type { OfficeDeps } from './deps.ts';

type TimedDeps = GuardDeps & Pick<OfficeDeps, 'clock'>;

/** The file in the address (`:id`) whose candidate was told of a decision of the service of accommodations. */
export function healthFileAtDesk(deps: TimedDeps): Guard<FileAtDesk> {
  return reaching(atHealthDesk(deps), 'a decision of theirs', async (at, visit) => {
    const id = await visibleEnrolment(deps.db, at.scope, visit.params.id);
    const file = id === null ? null : await openFile(deps, at, id);
    if (file === null || isDenial(file)) return null;
    const told = await decisionsToldTo(deps.db, file.enrolment, deps.clock.now());
    return told.some(({ confidential }) => confidential) ? file : null;
  });
}
