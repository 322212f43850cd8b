import type { Scans } from '../keptFiles/index.ts';
import type { Jobs } from '../platform/jobs.ts';
import { deposits } from './actions/scanDeposit.ts';
import type { PieceActDeps } from './deps.ts';
import { depositScans } from './store/scans.ts';

type Given = PieceActDeps & { readonly jobs: Pick<Jobs, 'handle' | 'enqueue'> };

/** Each deposit is scanned by a job of its own transaction: no deposit waits for the antivirus, and no file escapes it. */
export function scanDeposits({ jobs, ...deps }: Given, scans: Pick<Scans, 'follow'>): void {
  const scan = scans.follow(deposits(deps));
  // What isn't read yet is scanned once it is: the antivirus sees what is kept.
  deps.events.subscribe(['piece.deposited', 'piece.fileRead'], 'settle', async (tx, { payload: { depositId } }) => {
    if (await depositScans.mark(tx, depositId)) await jobs.enqueue(tx, 'deposit.scan', { depositId });
  });
  jobs.handle('deposit.scan', ({ depositId }) => scan(depositId));
}
