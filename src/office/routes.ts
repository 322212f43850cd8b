import type { Route } from '../platform/http/visit.ts';
import type { OfficeDeps } from './deps.ts';
import { claimRoutes } from './desk/routes/claims.ts';
import { handOverRoutes } from './desk/routes/handOver.ts';
import { homeRoutes } from './desk/routes/home.ts';
import { queueRoutes } from './desk/routes/queue.ts';
import { reviewRoutes } from './desk/routes/review.ts';
import { takeBackRoutes } from './desk/routes/takeBack.ts';
import { appealRoutes } from './file/routes/appeal.ts';
import { fileRoutes } from './file/routes/files.ts';
import { noteRoutes } from './file/routes/notes.ts';
import { onBehalfRoutes } from './file/routes/onBehalf.ts';
import { paperRoutes } from './file/routes/papers.ts';
import { reserveRoutes } from './file/routes/reserve.ts';
import { unitRoutes } from './file/routes/units.ts';
import { journalRoutes } from './journal/routes/journal.ts';
import { refusalRoutes } from './journal/routes/refusals.ts';
import { lettersRoutes } from './letters/routes/letters.ts';
import { oneLetterRoutes } from './letters/routes/oneLetter.ts';
import { exportRoutes } from './printing/routes/exports.ts';
import { signingRoutes } from './signing/routes/signing.ts';

/** Address → who may → action → page, for everything under /gestion. */
export function officeRoutes(deps: OfficeDeps): readonly Route[] {
  return [
    ...homeRoutes(deps),
    ...queueRoutes(deps),
    ...reviewRoutes(deps),
    ...takeBackRoutes(deps),
    ...claimRoutes(deps),
    ...noteRoutes(deps),
    ...onBehalfRoutes(deps),
    ...unitRoutes(deps),
    ...fileRoutes(deps),
    ...paperRoutes(deps),
    ...handOverRoutes(deps),
    ...reserveRoutes(deps),
    ...appealRoutes(deps),
    ...signingRoutes(deps),
    ...exportRoutes(deps),
    ...lettersRoutes(deps),
    ...oneLetterRoutes(deps),
    ...journalRoutes(deps),
    ...refusalRoutes(deps),
  ];
}
