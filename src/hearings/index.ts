import './events.ts';

export { decideHearing, dropHearing, type HearingDecision } from './actions/decideHearing.ts';
export { type GivingBack, giveUnitsBack } from './actions/giveUnitsBack.ts';
export { openUnitsHearing, openValidationHearing } from './actions/openHearing.ts';
export { addresses as hearingAddresses } from './addresses.ts';
export { HEARING_ACTS, LEFT_OUT, LEFT_OUT_REVERSED, VALIDATION_UNDONE } from './decisions.ts';
export { hearingDue } from './due.ts';
export { VALIDATION_EFFECT } from './effects.ts';
export {
  type Answer,
  BASES,
  type DecidedHere,
  type Exclusion,
  type Hearing,
  type HearingId,
  type NamedUnit,
} from './hearing.ts';
export { hearingMigrations } from './migrations.ts';
export { addresses as hearingDesk } from './office/addresses.ts';
export { countToInvite, linesOf } from './office/certificateLines.ts';
export { certificates } from './office/duties.ts';
export { hearingsTexts } from './office/hearingsTexts.ts';
export { hearingDeskRoutes } from './office/routes.ts';
export { OF_HEARING, UNITS_GIVEN_BACK } from './office/signable.ts';
export { LeftOut, type LeftOutBy, ValidationUndone } from './pages/leftOut.tsx';
export { type Refusal as HearingRefusal, refusals as hearingRefusals } from './refusals.ts';
export { hearingRoutes } from './routes.ts';
export { missingCertificates, whyNotOwed } from './rules/certificates.ts';
export { endOf, isHeard } from './rules/times.ts';
export {
  countAnswersTo,
  endHearing,
  excludedUnits,
  findHearing,
  heardOfUnits,
  insertHearing,
  listAnswers,
  listAnswersTo,
  listExclusions,
  listHearings,
} from './store.ts';
export { subscribeHearings } from './subscribe.ts';
export { texts as hearingTexts } from './texts.ts';
