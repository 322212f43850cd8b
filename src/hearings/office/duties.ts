import { FILE_READERS } from '../../accounts/index.ts';
import { type Duty, lineFor } from '../../scope/index.ts';
import { addresses as hearingDesk } from './addresses.ts';
import { countToInvite } from './certificateLines.ts';
import { hearingsTexts } from './hearingsTexts.ts';

/** Candidates who owe a certificate of safety and whom nobody has invited to answer. */
export const certificates: Duty = {
  readers: FILE_READERS,
  read: async (deps, { scope, now }) =>
    lineFor(await countToInvite(deps, scope, now), (count) => ({
      words: hearingsTexts.list.home(count),
      see: hearingsTexts.list.see,
      href: hearingDesk.certificates(),
    })),
};
