import type { PapersDeps } from '../papers/index.ts';
import type { Inspector } from '../platform/documents/inspector.ts';

/** What an officer's document is received with. */
export type DocumentDeps = Pick<PapersDeps, 'db' | 'events' | 'files'> & {
  readonly inspector: Pick<Inspector, 'inspect' | 'join' | 'isFree'>;
};
