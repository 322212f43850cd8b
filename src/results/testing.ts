import { accommodationMigrations } from '../accommodations/index.ts';
import { attendanceMigrations } from '../attendance/index.ts';
import { examinerMigrations } from '../examiners/index.ts';
import { hearingMigrations } from '../hearings/index.ts';
import { markingMigrations } from '../marking/index.ts';
import { markMigrations } from '../marks/index.ts';
import { examMigrations } from '../testing/examRooms.ts';
import { ROOMS as PAPER_ROOMS } from '../testing/papers.ts';

/** The tables that an account is read from. */
export const ROOMS = [
  ...PAPER_ROOMS,
  hearingMigrations,
  accommodationMigrations,
  ...examMigrations,
  attendanceMigrations,
  examinerMigrations,
  markingMigrations,
  markMigrations,
];
