export { goOnAgain, runFrom, runFromNotice } from './actions/askForPieces.ts';
export { depositFile } from './actions/depositFile.ts';
export { dueUploads } from './actions/dropUpload.ts';
export { dueFiles } from './actions/eraseFiles.ts';
export { dueSheets } from './actions/eraseSheets.ts';
export { unreadDeposits, unreadSheets } from './actions/readDeposit.ts';
export { type ReviewOrder, refuseOfValidated, reviewPiece } from './actions/reviewPiece.ts';
export { sheetToSign, signSheetOnline } from './actions/signOnline.ts';
export { takeBackReview } from './actions/takeBackReview.ts';
export { addresses as pieceAddresses } from './addresses.ts';
export { groupOfPiece, type PieceActDeps, type PiecesDeps, sessionOf } from './deps.ts';
export { type DueFile, type DueReader, type DueSource, type Dues, openDues } from './due.ts';
export { PIECE_EVENTS } from './events.ts';
export { cameOn, decided, waysGiven } from './historyTexts.ts';
export { pieceMigrations } from './migrations.ts';
export { BeingRead } from './pages/beingRead.tsx';
export { fileField } from './pages/depositPage.tsx';
export { pieceStatus } from './pages/pieceStatus.ts';
export { pieceTitle } from './pages/pieceTitle.tsx';
export { Replaces } from './pages/replaces.tsx';
export { PHONE_COOKIE } from './phoneRoutes.tsx';
export {
  DECISIONS,
  type Deposit,
  type DepositId,
  type GivenBy,
  type GivenOnPaper,
  isOffered,
  type Mode,
  type Piece,
  type PieceDecision,
  type PieceId,
  type PieceStatus,
  type PieceWithFiles,
  SIGNED_CONFIRMATION,
} from './piece.ts';
export { type Refusal as PieceRefusal, refusals as pieceRefusals, saidToOfficer } from './refusals.ts';
export {
  closingInWords,
  correctedInWords,
  endOfGiving,
  otherwiseInWords,
  pieceInWords,
  progressInWords,
  remainingInWords,
  saidOf,
  signAgainInWords,
  todoInWords,
  unreadableInWords,
} from './remainingTexts.ts';
export { pieceRoutes } from './routes.tsx';
export { certificateCodes } from './rules/certificateCodes.ts';
export { correctionTime, endAgain, type TimeAgain } from './rules/correctionTime.ts';
export { closingOf, isOver, untilOf } from './rules/deadline.ts';
export { mayReplace, repeatsRefused } from './rules/joining.ts';
export type { Act, ActName, LaterGroup } from './rules/pieceActs.ts';
export { pieceList } from './rules/pieceList.ts';
export { ordinaryFiles, type PieceStanding, type Standings, standingsOf } from './rules/pieceStanding.ts';
export {
  hasNotCome,
  isBeingRead,
  isGiven,
  type PieceView,
  progressOf,
  refuseDeposit,
  refuseSigning,
  unreadFiles,
  viewOf,
  waitingForWaiver,
  whyNoDeposit,
} from './rules/pieceState.ts';
export { endByMode, lastDayBefore, lastPostingDay, paperDaysFault, postmarkOf } from './rules/postmark.ts';
export {
  answerAskedIn,
  type Contribution,
  codesOf,
  doubtOf,
  isAnswer,
  type OwnLine,
  type Remaining,
  rightsOf,
  type Todo,
  todosOf,
  unreadIn,
} from './rules/remaining.ts';
export { offeredPieces, requiredPieces } from './rules/requiredPieces.ts';
export { type FilesKept, filesKept } from './rules/retention.ts';
export { offeredUntil } from './rules/takingBack.ts';
export { scanDeposits } from './scans.ts';
export { certificatesOf, countCertificates, lackingCertificates } from './store/certificates.ts';
export { listGivenConfidential } from './store/confidential.ts';
export { countMissing } from './store/countMissing.ts';
export { listFiles, listTwins, type ShownFile } from './store/deposits.ts';
export { depositLedger, listDamaged } from './store/ledger.ts';
export { findPieceById, listAskedCodes, listPieces, listPiecesOf } from './store/pieces.ts';
export {
  lastRefusals,
  listRefusals,
  listReviews,
  type PastRefusal,
  type PastReview,
  type RefusedFor,
} from './store/reviews.ts';
export { findTimeAgain } from './store/timeAgain.ts';
export { countCorrections, moveSession, reopenUntil } from './store/windows.ts';
export { subscribePieces } from './subscribe.ts';
export { texts as pieceTexts } from './texts.ts';
export { unitsDue } from './unitsDue.ts';
