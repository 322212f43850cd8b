import type { WorkSource } from '../../lots/index.ts';
import { addresses as personAddresses } from '../addresses.ts';
import { changeoverTexts } from './changeoverTexts.ts';
import { listOwnImports } from './store/imports.ts';

const say = changeoverTexts.import;

/** Lists of the system in place, in the tray of who sent them: one that nobody confirmed waits there. */
export const importWorks: WorkSource = async ({ db }, by) =>
  (await listOwnImports(db, by)).map(({ id, name, lines, at, writtenAt, takenBackAt }) => ({
    id,
    title: say.title,
    what: writtenAt === null ? say.toConfirm(name) : name,
    href: writtenAt === null ? personAddresses.changeoverList(id) : personAddresses.changeoverLists(),
    state: takenBackAt !== null ? 'stopped' : writtenAt === null ? 'running' : 'finished',
    done: writtenAt === null ? 0 : lines,
    total: lines,
    orderedAt: at,
  }));
