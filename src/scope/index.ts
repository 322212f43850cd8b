export { recordOpening, recordPaperRead } from './actions/recordOpening.ts';
export { addresses as deskAddresses } from './addresses.ts';
export { piecesCounted, upTo } from './countsTexts.ts';
export type { DeskDeps } from './deps.ts';
export { SCOPE_EVENTS } from './events.ts';
export { type FileSearch, filesFound, prefixesOf, searchIn } from './filesOfSearch.ts';
export { filesTexts } from './filesTexts.ts';
export { filterTexts } from './filterTexts.ts';
export { atDesk, atHealthDesk, atQueue, fileAtDesk, type GuardDeps, headAtDesk, openFile } from './guards.ts';
export { listFilters } from './listFilters.ts';
export { scopeMigrations } from './migrations.ts';
export { NATIONAL_COLUMNS } from './nationalColumns.ts';
export { NoSession, NoSessionPage } from './pages/noSession.tsx';
export { SessionChoice } from './pages/sessionChoice.tsx';
export { prepareFor } from './prepareFor.ts';
export {
  nameOfSession,
  pieceLabel,
  pieceOptions,
  sessionName,
  sessionOptions,
  specialityName,
  specialityOptions,
} from './rules/choices.ts';
export { MOST_COUNTED, MOST_UNREACHED, pagesOf } from './rules/counts.ts';
export {
  FILE_LOOKS,
  FILE_STATE_NAMES,
  fileStateOf,
  isEnded,
  progressState,
  readFileState,
  readSought,
  SOUGHT_NAMES,
} from './rules/fileState.ts';
export { specialityInWords, stateInWords } from './rules/inWords.ts';
export { type People, peopleOf } from './rules/people.ts';
export {
  ACCOMMODATION_READERS,
  JOURNAL_READERS,
  opensSummonses,
  readsAccommodations,
  readsPieces,
  STAFF_MANAGERS,
  scopeOf,
} from './rules/scope.ts';
export { readBirth, readSearch, type Search } from './rules/searchWords.ts';
export {
  type AtDesk,
  FILE_STATES,
  type FileAtDesk,
  type FileState,
  type FoundFile,
  RUNNING_FILES,
  type Scope,
  SOUGHT,
  type Sought,
} from './scope.ts';
export { sessionAsked } from './sessionAsked.ts';
export { askedList, askedText, orderOf, type Signable, type Unsigned } from './signable.ts';
export { count, counted } from './store/counted.ts';
export { COVER, type Cover, coversAhead, coversOf } from './store/covers.ts';
export { type FoundFiles, searchFiles } from './store/files.ts';
export { keptCount, MANY } from './store/keptCounts.ts';
export {
  isMissing,
  LISTED,
  type ListedFile,
  listFiles,
  listNamed,
  PAGE_SIZE,
  type PageOfFiles,
  pageOfFiles,
  runningFiles,
} from './store/listedFiles.ts';
export { type NamedFile, namesOf, namesWithin } from './store/names.ts';
export { readScope } from './store/reader.ts';
export { mendList, type RecountedFiles, recountFiles } from './store/recountFiles.ts';
export {
  countUnreached,
  listUnreached,
  refusedSince,
  type Unreached,
  unreachedAmong,
  unreachedSince,
} from './store/refusedMails.ts';
export { hasNumber, inFiles, visibleEnrolment } from './store/scope.ts';
export { foldTally, readTally, recountTally, sumOf, type Tallied } from './store/tally.ts';
export { texts as deskTexts } from './texts.ts';
export { type Duty, lineFor, type WaitingLine } from './waiting.ts';
