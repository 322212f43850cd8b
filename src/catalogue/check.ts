import { checkCodes } from './checks/checkCodes.ts';
import { checkConditions } from './checks/checkConditions.ts';
import { checkMails } from './checks/checkMails.ts';
import { checkPieces } from './checks/checkPieces.ts';
import { checkReferences } from './checks/checkReferences.ts';
import { checkRegulations } from './checks/checkRegulations.ts';
import { checkSessions } from './checks/checkSessions.ts';
import type { Known } from './checks/known.ts';
import type { Finding, LocatedPack } from './located.ts';

/** What no file can say alone: does the pack hold together? All findings, in no order. */
export function checkPack(pack: LocatedPack, known: Known): readonly Finding[] {
  return [
    ...checkCodes(pack),
    ...checkReferences(pack, known),
    ...checkRegulations(pack),
    ...checkConditions(pack),
    ...checkPieces(pack, known),
    ...checkSessions(pack),
    ...checkMails(pack, known),
  ];
}
