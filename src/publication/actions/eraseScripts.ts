import { subjectOf } from '../../enrolment/index.ts';
import { type Disputed, eraseFile, inParts } from '../../keptFiles/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { DueAlone } from '../../platform/database/due.ts';
import type { EventBus } from '../../platform/events.ts';
import type { FileStore } from '../../platform/files.ts';
import { SYSTEM } from '../../platform/journal.ts';
import type { ScriptScan } from '../scripts.ts';
import { listScriptsOver, markScriptErased } from '../store/scripts.ts';

type Deps = { readonly db: Database; readonly events: EventBus; readonly files: Pick<FileStore, 'remove'> };

/** Scans of scripts that are shown no more. */
export function dueScripts(deps: Deps, disputed: Disputed): DueAlone {
  const each = (act: (script: ScriptScan) => Promise<boolean>): Promise<number> =>
    inParts((after, limit) => listScriptsOver(deps.db, after, limit), act, disputed);
  return { count: () => each(async () => true), erase: () => each((script) => erase(deps, script)) };
}

function erase(deps: Deps, script: ScriptScan): Promise<boolean> {
  return eraseFile(deps, script.fileKey, async (tx) => {
    if (!(await markScriptErased(tx, script.id, false))) return false;
    const { enrolmentId, unit } = script;
    const of = subjectOf({ ...script, id: enrolmentId });
    await deps.events.publish(tx, SYSTEM, 'script.erased', of, { enrolmentId, scriptId: script.id, unit });
    return true;
  });
}
