import { documentDesk } from '../documents/index.ts';
import { messageDesk } from '../messages/index.ts';
import { ok, type Result } from '../platform/result.ts';
import type { FileSearch } from '../scope/index.ts';
import { type Faulty, faulty } from '../ui/index.ts';
import { addresses as checkingAddresses } from './addresses.ts';
import { handOverTexts } from './handOverTexts.ts';
import { CHOSEN_ACTS } from './pages/chosenActs.tsx';

/** Where the act that was asked for the ticked files is looked at first. */
export function pageOfAct(act: unknown, search: FileSearch): Result<string, never> | Faulty {
  if (search.choix === '') return faulty({ field: null, message: handOverTexts.none });
  if (act === CHOSEN_ACTS.write) return ok(messageDesk.newMessageLot(search));
  if (act === CHOSEN_ACTS.hand) return ok(checkingAddresses.handOver(search));
  if (act === CHOSEN_ACTS.document) return ok(documentDesk.newDocument(search));
  return faulty({ field: null, message: handOverTexts.noAct });
}
