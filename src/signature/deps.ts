import type { Accounts } from '../accounts/index.ts';
import type { PapersDeps } from '../papers/index.ts';

/** What the acts and pages of this room work with. */
export type SignatureDeps = PapersDeps & {
  readonly accounts: Pick<Accounts, 'checkPassword' | 'actCodes'>;
};
