import { checkCodes } from './checks/checkCodes.ts';
import { checkConditions } from './checks/checkConditions.ts';
import { checkExams } from './checks/checkExams.ts';
import { checkHosts } from './checks/checkHosts.ts';
import { checkEveryMail, checkMailNeeds, checkMails } from './checks/checkMails.ts';
import { checkPieces, checkReasons } from './checks/checkPieces.ts';
import { checkPortfolios } from './checks/checkPortfolios.ts';
import { checkReferences } from './checks/checkReferences.ts';
import { checkRegulations } from './checks/checkRegulations.ts';
import { checkSessions } from './checks/checkSessions.ts';
import type { KnownCodes } from './checks/known.ts';
import type { Finding, LocatedPack } from './located.ts';
import type { Mails } from './mails.ts';

/**
 * Whose files are read. `delivered`: with the software, to be complete. `office`: written here, where the delivered words of
 * a mail stand for those that lack. `published`: in force already, perhaps before a mail needed, or was given, what it is now;
 * they are read again as they are, and the delivered words leave in the place of a mail that can't be written.
 */
export type PackOrigin = 'delivered' | 'office' | 'published';

/** What no file can say alone: does the pack hold together? All findings, in no order. `mails`: null where they are read as they are. */
export function checkPack(
  pack: LocatedPack,
  known: KnownCodes,
  origin: PackOrigin,
  mails: Mails | null,
): readonly Finding[] {
  return [
    ...checkCodes(pack),
    ...checkReferences(pack, known),
    ...checkExams(pack, known),
    ...checkHosts(pack),
    ...checkPortfolios(pack, known),
    ...checkRegulations(pack),
    ...checkConditions(pack),
    ...checkPieces(pack, known),
    ...checkSessions(pack),
    ...(mails === null ? [] : [...checkMails(pack, mails), ...checkMailNeeds(pack, mails)]),
    ...(origin === 'published' ? [] : checkReasons(pack)),
    ...(origin === 'delivered' && mails !== null ? checkEveryMail(known, mails) : []),
  ];
}
