import { subjectOf } from '../../enrolment/index.ts';
import { eraseFile, inParts } from '../../keptFiles/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { EventBus } from '../../platform/events.ts';
import type { FileStore } from '../../platform/files.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { listScriptsOver, markScriptErased } from '../store/scripts.ts';

/** Destroys scans of scripts that are shown no more; says how many. */
export function eraseScripts(deps: {
  readonly db: Database;
  readonly events: EventBus;
  readonly files: Pick<FileStore, 'remove'>;
}): Promise<number> {
  return inParts(
    (after, limit) => listScriptsOver(deps.db, after, limit),
    (script) =>
      eraseFile(deps, script.fileKey, async (tx) => {
        if (!(await markScriptErased(tx, script.id, false))) return false;
        const { enrolmentId, unit } = script;
        const of = subjectOf({ ...script, id: enrolmentId });
        await deps.events.publish(tx, SYSTEM, 'script.erased', of, { enrolmentId, scriptId: script.id, unit });
        return true;
      }),
  );
}
