export {
  type ConvenedJury,
  type Juror,
  type JuryPresence,
  joinJury,
  leaveJury,
  listJurors,
  type NotJuror,
  sayJury,
} from './actions/onJury.ts';
export { addresses as examinerAddresses } from './addresses.ts';
export type { ExaminerDeps } from './deps.ts';
export { leftBoards, unheardLetters } from './duties.ts';
export { EXAMINER_EVENTS } from './events.ts';
export type { BoardId, Examiner, ExaminerId } from './examiners.ts';
export { countBoards } from './ground.ts';
export { type AsExaminer, asExaminer } from './guards.ts';
export { examinerMails } from './mails.ts';
export { examinerMigrations } from './migrations.ts';
export { examinerNavigation } from './navigation.ts';
export { examinerRoutes } from './routes.ts';
export type { BoardTally } from './rules/standing.ts';
export { listBoardsOf, listMembers, listSeated, seatedByCode } from './store/boards.ts';
export { oldExaminers } from './store/convening.ts';
export { listLinksOf } from './store/links.ts';
export { examinerOf } from './store/people.ts';
export { subscribeExaminers } from './subscribe.ts';
