export { copyFile } from './copyFile.ts';
export { type Disputed, eraseFile, inParts } from './eraseFiles.ts';
export { type FilesOf, ledgerOf, markErased, maySay, scansOf, UNSCANNED, writeRead } from './filesOf.ts';
export { forgetFiles, type KeepingRefusal, keepFile, keptOnlyIf } from './keepFile.ts';
export {
  type FileFate,
  LARGEST_FILE,
  LARGEST_SENT,
  LIMITS,
  MOST_PAGES,
  type ReceivedFile,
  SCANS,
  SENT_TYPES,
  SEVERAL,
  type SentFile,
  type Unread,
  type UnreadPart,
} from './keptFile.ts';
export { keptFileMigrations } from './migrations.ts';
export {
  giveToOwner,
  type OpenedFile,
  openFile,
  openPage,
  refusalOfShut,
  replyWith,
  wordsInPlaceOf,
} from './openFile.ts';
export { type CannotOpen, unreadOf, waitsToBeRead, whyNotOpened } from './opening.ts';
export { newAside } from './quarantine.ts';
export { type FileReader, joinedName, openFileReader, type ReadingSource, type Unreadable } from './readings.ts';
export {
  keepReadUpload,
  newReceipt,
  type ReceiveDeps,
  type RenderedFile,
  receiveFile,
  refusalOf,
} from './receiveFile.ts';
export { FILE_REFUSALS, FILE_WORDS, type FileRefusal, fileRefusals, isOurs, whyUnreadable } from './refusals.ts';
export { renderFile } from './renderFile.ts';
export { listedBy, type ScanSource, scanAlone, type ToScan } from './scanFiles.ts';
export { openScans, type Scans } from './scans.ts';
export { keptFileTexts } from './texts.ts';
export {
  countUnread,
  forgetUnread,
  keepOriginal,
  letWait,
  stopWaiting,
  toWait,
  unreadParts,
  unreadSweep,
  waitingKeys,
  watch,
} from './unreadFiles.ts';
export { partedByReading, readingOf } from './waitingRows.ts';
