import { accommodationMigrations } from './accommodations/index.ts';
import { accountMigrations } from './accounts/index.ts';
import { attendanceMigrations } from './attendance/index.ts';
import { catalogueMigrations } from './catalogue/index.ts';
import { closingMigrations } from './closing/index.ts';
import { decisionMigrations } from './decisions/index.ts';
import { editorMigrations } from './editor/index.ts';
import { enrolmentMigrations } from './enrolment/index.ts';
import { examinerMigrations } from './examiners/index.ts';
import { exportMigrations } from './exports/index.ts';
import { formerMigrations } from './former/index.ts';
import { hearingMigrations } from './hearings/index.ts';
import { incidentMigrations } from './incidents/index.ts';
import { integrationMigrations } from './integrations/index.ts';
import { juryMigrations } from './jury/index.ts';
import { keptFileMigrations } from './keptFiles/index.ts';
import { markingMigrations } from './marking/index.ts';
import { markMigrations } from './marks/index.ts';
import { messageMigrations } from './messages/index.ts';
import { officeMigrations } from './office/index.ts';
import { papersMigrations } from './papers/index.ts';
import { personMigrations } from './persons/index.ts';
import { pieceMigrations } from './pieces/index.ts';
import { placeMigrations } from './places/index.ts';
import { planMigrations } from './plan/index.ts';
import { platformMigrations } from './platform/migrations.ts';
import { publicationMigrations } from './publication/index.ts';
import { reminderMigrations } from './reminders/index.ts';
import { replacementMigrations } from './replacements/index.ts';
import { scopeMigrations } from './scope/index.ts';
import { signatureMigrations } from './signature/index.ts';
import { sitterMigrations } from './sitters/index.ts';
import { staffMigrations } from './staff/index.ts';
import { summonsMigrations } from './summonses/index.ts';
import { watchMigrations } from './watch/index.ts';

/** Every room's tables, in the order in which they lean on each other. */
export const migrations = [
  platformMigrations,
  catalogueMigrations,
  accountMigrations,
  decisionMigrations,
  enrolmentMigrations,
  keptFileMigrations,
  pieceMigrations,
  papersMigrations,
  signatureMigrations,
  reminderMigrations,
  hearingMigrations,
  closingMigrations,
  accommodationMigrations,
  messageMigrations,
  incidentMigrations,
  placeMigrations,
  sitterMigrations,
  planMigrations,
  summonsMigrations,
  watchMigrations,
  attendanceMigrations,
  examinerMigrations,
  markingMigrations,
  markMigrations,
  juryMigrations,
  publicationMigrations,
  replacementMigrations,
  formerMigrations,
  scopeMigrations,
  personMigrations,
  exportMigrations,
  officeMigrations,
  staffMigrations,
  editorMigrations,
  integrationMigrations,
];
