import type { Accounts } from '../accounts/index.ts';
import type { PapersDeps } from '../papers/index.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Chrome } from '../ui/index.ts';

/** What the acts and pages of this room work with. */
export type SignatureDeps = PapersDeps & {
  readonly accounts: Pick<Accounts, 'checkPassword' | 'actCodes'>;
};

export type SignaturePages = {
  /** Of a page that says nothing of anybody, whoever is signed in beside. */
  readonly doorChrome: (visit: Visit) => Chrome;
};
