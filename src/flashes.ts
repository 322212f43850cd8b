import { closingFlash } from './closing/index.ts';
import { hearingsTexts } from './hearings/index.ts';
import { officeFlash } from './office/index.ts';
import { reminderFlash } from './reminders/index.ts';

export const FLASHES_OF_ROOMS: readonly Readonly<Record<string, string>>[] = [
  officeFlash,
  reminderFlash,
  hearingsTexts.flash,
  closingFlash,
];

/** What a page of the staff says was just done, by its name in the address: also where another room's act leads to it. */
export const FLASHES: Readonly<Record<string, string>> = Object.assign({}, ...FLASHES_OF_ROOMS);
