export { type Imported, writeTable } from './actions/importTable.ts';
export { type EditedPlace, removeEntry, writeEntry, writtenAlready } from './actions/writeEntry.ts';
export { PLACE_EVENTS } from './events.ts';
export { earlierLine, ofLine, tableFaultInWords } from './faultTexts.ts';
export { loanMails } from './mails.ts';
export { placeMigrations } from './migrations.ts';
export { ListActs } from './pages/centresPage.tsx';
export { EntryPage } from './pages/entryPage.tsx';
export {
  type Centre,
  type CentreId,
  MOST,
  openRooms,
  type Room,
  type RoomId,
  type Sitting,
  type SittingId,
  type SittingWords,
} from './places.ts';
export { ENTRY_REFUSALS, type EntryRefusal, NOTHING } from './refusals.ts';
export {
  entryOf,
  entryRoutes,
  faultsAt,
  frameFor,
  type RefusedForm,
  roomInWords,
  targetOf,
} from './routes/showPlaces.ts';
export { type ExamTable, leadOn, readSent, refused, showImport, tableRoutes } from './routes/tables.ts';
export { placeRoutes } from './routes.ts';
export {
  HELD,
  HELD_WORDS,
  type Held,
  type HeldTime,
  heldByRegulation,
  heldIn,
  meets,
  roomTimeOf,
  WRITTEN,
} from './rules/held.ts';
export { type Headings, type LineFault, readLines, type TableFault } from './rules/lines.ts';
export { PLACES } from './rules/roomLines.ts';
export { type KeptRoom, listKeptElsewhere } from './store/keptElsewhere.ts';
export { findSeatedCentre } from './store/lentCentres.ts';
export { listLoans } from './store/loans.ts';
export {
  countPlaces,
  inSession,
  listAllCentres,
  listAllRooms,
  listCentres,
  listRooms,
  lockExam,
} from './store/places.ts';
export {
  deleteSitting,
  findSitting,
  firstSittings,
  insertSitting,
  insertSittings,
  listSittings,
  listSittingsElsewhere,
  type SittingElsewhere,
  sessionsMeeting,
  updateSitting,
} from './store/sittings.ts';
