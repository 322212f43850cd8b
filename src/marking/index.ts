export { countersign } from './actions/countersign.ts';
export { addresses as markingAddresses } from './addresses.ts';
export {
  type BoardMark,
  type BoardProgress,
  isPart,
  listMissingParts,
  type MissingPart,
  markOn,
  readBoardProgress,
  readStandings,
  type SheetFact,
  sheetFacts,
} from './agreed.ts';
export type { MarkingDeps } from './deps.ts';
export { MARKING_EVENTS } from './events.ts';
export type { MarkingBoard, SignedSheet } from './marking.ts';
export { markingMigrations } from './migrations.ts';
export { markingNavigation } from './navigation.ts';
export { type Refusal as MarkingRefusal, refusals as markingRefusals } from './refusals.ts';
export { markingRoutes } from './routes.ts';
export type { WholeStanding as Standing } from './rules/standing.ts';
export { formFor, isNamedUnit } from './sheetFor.ts';
export { nextSheetOf } from './store/sheets.ts';
