import { type Guard, isDenial, reaching } from '../platform/http/visit.ts';
import { atHealthDesk, type FileAtDesk, type GuardDeps, openFile, visibleEnrolment } from '../scope/index.ts';
import { lettersOfFile } from './store.ts';

/** The file in the address of a letter (`:id`, `:lettre`) that tells of somebody's health: no other file exists here. */
export function healthLetterAtDesk(deps: GuardDeps): Guard<FileAtDesk> {
  return reaching(atHealthDesk(deps), 'their letter', async (at, visit) => {
    const id = await visibleEnrolment(deps.db, at.scope, visit.params.id);
    const known =
      id !== null && (await lettersOfFile(deps.db, at.scope, id)).some((one) => one.id === visit.params.lettre);
    const file = known ? await openFile(deps, at, id) : null;
    return file === null || isDenial(file) ? null : file;
  });
}
