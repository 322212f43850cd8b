export type { HearingDecision } from './actions/decideHearing.ts';
export type { GivingBack } from './actions/giveUnitsBack.ts';
export { addresses as hearingAddresses } from './addresses.ts';
export { HEARING_ACTS, LEFT_OUT, VALIDATION_UNDONE } from './decisions.ts';
export { hearingDue } from './due.ts';
export { VALIDATION_EFFECT } from './effects.ts';
export { HEARING_EVENTS } from './events.ts';
export type { DecidedHere, Exclusion, Hearing, HearingAnswer, HearingId, NamedUnit } from './hearing.ts';
export { hearingMails } from './mails.ts';
export { hearingMigrations } from './migrations.ts';
export { addresses as hearingDesk } from './office/addresses.ts';
export { certificates } from './office/duties.ts';
export { hearingsTexts } from './office/hearingsTexts.ts';
export { hearingDeskRoutes } from './office/routes.ts';
export { OF_HEARING, UNITS_GIVEN_BACK } from './office/signable.ts';
export { LeftOut, type LeftOutBy, ValidationUndone } from './pages/leftOut.tsx';
export type { Refusal as HearingRefusal } from './refusals.ts';
export { hearingRoutes } from './routes.ts';
export { endOf, isHeard } from './rules/times.ts';
export {
  countAnswersTo,
  endHearing,
  excludedUnits,
  insertHearing,
  listAnswersTo,
  listExclusions,
  listHearings,
} from './store.ts';
export { subscribeHearings } from './subscribe.ts';
export { texts as hearingTexts } from './texts.ts';
