import { accommodationAddresses, countWaiting } from '../../accommodations/index.ts';
import { leftBoards, unheardLetters } from '../../examiners/index.ts';
import { certificates } from '../../hearings/index.ts';
import { decisionsToPost, healthLetters, letters } from '../../letters/index.ts';
import { lateSheets } from '../../marks/index.ts';
import { accessLetters, recoveries, unreached } from '../../persons/index.ts';
import { ACCOMMODATION_READERS, type Duty, lineFor } from '../../scope/index.ts';
import { nobodySigns, toSign } from '../../signing/index.ts';
import type { OfficeDeps } from '../deps.ts';
import { appeals, healthAppeals } from '../file/duties.ts';
import { works } from '../works/works.ts';
import { homeTexts } from './homeTexts.ts';

const words = homeTexts.yours.accommodation;

/** Requests for accommodations that wait for an act of their service. */
const requests: Duty = {
  readers: ACCOMMODATION_READERS,
  read: async ({ db }, { scope }) =>
    lineFor(await countWaiting(db, scope.academy), (count) => ({
      words: words.waiting(count),
      see: words.see,
      href: accommodationAddresses.list(),
    })),
};

/** What may wait on somebody's home page, beside pieces and messages, in this order: a room adds its own here. */
export const DUTIES: readonly Duty<OfficeDeps>[] = [
  unreached,
  nobodySigns,
  appeals,
  healthAppeals,
  requests,
  decisionsToPost,
  toSign,
  certificates,
  leftBoards,
  unheardLetters,
  lateSheets,
  recoveries,
  ...letters,
  ...healthLetters,
  accessLetters,
  works,
];
