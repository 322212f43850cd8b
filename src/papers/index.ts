export { issuePaper } from './actions/issuePaper.ts';
export { type Addressee, addresseeOf, envelopeLines, type NoticeOrder, postLetter } from './actions/noticeLetters.ts';
export { notifyDecision } from './actions/notifyDecision.ts';
export type { NoticeWay } from './actions/openNotice.ts';
export { openPaper } from './actions/openPaper.ts';
export { printAccessLetter } from './actions/printAccessLetter.ts';
export { type Label, printLabels } from './actions/printLabels.ts';
export {
  type LettersOrder,
  type LettersRefusal,
  type LetterToPrint,
  MOST_LETTERS,
  printLetters,
} from './actions/printLetters.ts';
export { printPaper, readPdf } from './actions/printPaper.ts';
export { giveBackAccepted, holdDecision, settleUnread } from './actions/settleNotified.ts';
export { type PublicVerification, publicVerification, type Verification } from './actions/verifyPaper.ts';
export { addresses as paperAddresses } from './addresses.ts';
export type { FactLine, PaperBlock } from './content.ts';
export { accommodationContent } from './contents/accommodation.ts';
export { cancellationContent } from './contents/cancellation.ts';
export { contestBlock, remediesAgainst, remediesFrom } from './contents/contest.ts';
export { decidedContent } from './contents/decided.ts';
export { hearingContent } from './contents/hearing.ts';
export { invitationContent } from './contents/invitation.ts';
export { reminderContent } from './contents/reminder.ts';
export { resultContent } from './contents/result.ts';
export { setAsideContent } from './contents/setAside.ts';
export { signedContent, withoutBox } from './contents/signed.ts';
export {
  isOfDays,
  type SummonedTest,
  type SummonsContent,
  summonsContent,
  voidSummonsContent,
} from './contents/summons.ts';
export type { PaperActDeps, PapersDeps, PrintDeps, SettleDeps } from './deps.ts';
export { doubtedAmong, sheetDoubts } from './due.ts';
export { type EditionRefusal, type Editions, openEditions } from './editions.ts';
export { type DecisionEffect, SET_ASIDE_EFFECT } from './effects.ts';
export { PAPER_EVENTS } from './events.ts';
export { fileNameOf } from './fileNames.ts';
export { listDamagedPapers, paperLedger } from './ledger.ts';
export { asTheyGive, leftAgain, leftInWords, rulesFor, todoOf } from './left.ts';
export { actOnLetter } from './letterActs.ts';
export { LETTER_HEAD, type LetterListed, letterLine, NO_ADDRESSEE } from './letterLines.ts';
export { letterTexts } from './letterTexts.ts';
export { paperMails } from './mails.ts';
export { papersMigrations } from './migrations.ts';
export { showNothingYet } from './nothingYet.tsx';
export {
  endedBy,
  type LetterOutcome,
  NOTIFIED_KINDS,
  type Notice,
  type NoticeLetter,
  stillStands,
  TRACKING,
} from './notice.ts';
export { type NoticeRefusal, noticeRefusals } from './noticeRefusals.ts';
export { noticeTexts, notificationInWords } from './noticeTexts.ts';
export { lastDayOfNotified, notifiedIn, readTold, timeOf, toldInWords } from './notified.ts';
export { addresses as paperDesk } from './office/addresses.ts';
export { actDeps, type DocumentDeskDeps, type LetterDeskDeps } from './office/deskDeps.ts';
export { editionTexts } from './office/editions/editionsTexts.ts';
export { editionWorks } from './office/editions/works.ts';
export { type FileRemains, remainsOf } from './office/remaining.ts';
export { paperDeskRoutes } from './office/routes.ts';
export { postedField } from './pages/letterForms.ts';
export { AddressLines, LetterSections } from './pages/letterSections.tsx';
export { type PapersView, paperRow } from './pages/paperRow.tsx';
export { PaperSheet } from './pages/sheet.tsx';
export { pageTexts } from './pages/texts.ts';
export type { Paper, PaperKind, PaperLine } from './paper.ts';
export { afterGreeting, linesOf } from './reserveWords.ts';
export { paperRoutes } from './routes.tsx';
export type { ConfirmationState } from './rules/confirmationState.ts';
export { type LetterStanding, standingInWords, standingOf } from './rules/letterStanding.ts';
export { trackingIn } from './rules/noticeLetter.ts';
export { handedOverOn, type Notification, notificationOf } from './rules/notification.ts';
export { serviceInWords } from './service.ts';
export { openSheets, type Sheets, sheetHint } from './sheets.ts';
export { confirmationSigning } from './signing.ts';
export type { PaperBatch } from './store/batches.ts';
export {
  encloseSummonses,
  insertLetter,
  insertTold as insertToldLetter,
  letterWords,
  notePrinted,
  takeLetterBack,
  takeToldBack,
} from './store/letters.ts';
export {
  findHealthNotices,
  findNotices,
  findSent,
  listNotices,
  noticesForOffice,
  type SentLetter,
} from './store/notices.ts';
export { publishSeal } from './store/seals.ts';
export { insertTold } from './store/toldDecisions.ts';
export {
  academyOf,
  findLatest,
  findPaper,
  isSuspended,
  listPapers,
  type OfficeReader,
  type PaperReader,
  readPaperId,
  releasePapers,
  withholdPapers,
} from './store.ts';
export { subscribePapers } from './subscribe.ts';
export { placeInWords, turnInWords } from './summonsTexts.ts';
export { editionInWords, PAPERS } from './texts.ts';
export {
  decisionsToldOf,
  decisionsToldTo,
  handedOver,
  heldPapers,
  type ToldDecision,
  toldByMail,
  toldDecisionsById,
} from './toldDecisions.ts';
export { toldTexts } from './toldTexts.ts';
