import type { JSX } from 'preact';
import type { SignedInStaff } from '../accounts/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { readSignings } from './actions/decide.ts';
import type { DeclaredAct } from './decision.ts';
import type { DecideDeps } from './deps.ts';
import { SignedBy, type SignerShown } from './pages/signed.tsx';

type Deps = DecideDeps & { readonly db: Database; readonly clock: Clock };

/** What stands above the button of each of these decisions: the name under which this person will sign it today, or who can. */
export async function signerNotes(
  { db, clock, catalogue }: Deps,
  { academy, accountId }: Pick<SignedInStaff, 'academy' | 'accountId'>,
  acts: readonly DeclaredAct[],
): Promise<(act: DeclaredAct) => SignerShown> {
  const signings = await readSignings(db, { academy, accountId, acts, at: clock.now() });
  const service = catalogue().academy(academy)?.letterhead.bureau ?? academy;
  return (act) => {
    const signing = signings.get(act.code);
    if (signing === undefined) throw new Error(`Nobody asked who signs ${act.code}`);
    return { may: signing.may, note: <SignedBy act={act} signing={signing} service={service} /> };
  };
}

/** The same of one. */
export async function signerNote(
  deps: Deps,
  staff: Pick<SignedInStaff, 'academy' | 'accountId'>,
  act: DeclaredAct,
): Promise<JSX.Element> {
  return (await signerNotes(deps, staff, [act]))(act).note;
}
