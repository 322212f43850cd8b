export type {
  CourtSeat,
  ImpliedRefusal,
  LastDay,
  Residence,
  Where,
} from './law.ts';
export { daysInWords, lengthsInWords } from './lengths.ts';
export {
  dayOfSending,
  impliedDocumentRefusal,
  impliedRefusal,
  isLate,
  lastDayOf,
  lastDayToAppeal,
  lastDayToReachCada,
  lastDayToWithdraw,
  type PlainDelay,
} from './rules/delays.ts';
export { A_THIRD, extraTimeInWords, minutesWithExtra } from './rules/extraTime.ts';
export { type DeemedNotice, deemedNotice, noticeByLetter } from './rules/notice.ts';
export { residenceOf } from './rules/residence.ts';
export { type DayOff, dayOff, isWorkingDay, onNextWorkingDay } from './rules/workingDays.ts';
export { type Forum, lawTexts } from './texts.ts';
