import { documentDesk } from '../documents/index.ts';
import { messageDesk } from '../messages/index.ts';
import type { FileSearch } from '../scope/index.ts';
import { addresses as checkingAddresses } from './addresses.ts';
import { CHOSEN_ACTS } from './pages/chosenActs.tsx';

/** Where the act that was asked for the ticked files is looked at first; null: none was. */
export function pageOfAct(act: unknown, search: FileSearch): string | null {
  if (act === CHOSEN_ACTS.write) return messageDesk.newMessageLot(search);
  if (act === CHOSEN_ACTS.hand) return checkingAddresses.handOver(search);
  return act === CHOSEN_ACTS.document ? documentDesk.newDocument(search) : null;
}
