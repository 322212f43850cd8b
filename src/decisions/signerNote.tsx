import type { JSX } from 'preact';
import type { SignedInStaff } from '../accounts/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { parisDay } from '../platform/time.ts';
import { readSigning } from './actions/decide.ts';
import type { DeclaredAct } from './decision.ts';
import type { DecideDeps } from './deps.ts';
import { SignedBy } from './pages/signed.tsx';

type Deps = DecideDeps & { readonly db: Database; readonly clock: Clock };

/** What stands above the button of a decision: the name under which this person will sign it today, or who can. */
export async function signerNote(
  { db, clock, catalogue }: Deps,
  { academy, accountId }: Pick<SignedInStaff, 'academy' | 'accountId'>,
  act: DeclaredAct,
): Promise<JSX.Element> {
  const signing = await readSigning(db, { academy, accountId, act, on: parisDay(clock.now()) });
  const service = catalogue().academy(academy)?.letterhead.bureau ?? academy;
  return <SignedBy act={act} signing={signing} service={service} />;
}
