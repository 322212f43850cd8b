import { accommodationAddresses } from '../accommodations/index.ts';
import { hearingDesk } from '../hearings/index.ts';
import { personAddresses } from '../persons/index.ts';
import { replacementAddresses } from '../replacements/index.ts';
import { deskAddresses } from '../scope/index.ts';

/** Where what undoes each kind of act is done; of the others, the file says more. */
const WHERE: Readonly<Record<string, (enrolmentId: string) => string>> = {
  'set-aside': deskAddresses.reserve,
  annulment: (id) => deskAddresses.closingCase(id),
  'unit-left-out': (id) => hearingDesk.hearings(id),
  'same-person': () => personAddresses.doubles,
  'replacement-test': () => replacementAddresses.list(),
  accommodation: accommodationAddresses.file,
};

export function undoneAt(act: string, enrolmentId: string): string {
  return (WHERE[act] ?? deskAddresses.file)(enrolmentId);
}
