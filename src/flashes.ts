import { checkingFlash } from './checking/index.ts';
import { closingFlash } from './closing/index.ts';
import { documentOfficeTexts } from './documents/index.ts';
import { exportTexts } from './exports/index.ts';
import { hearingsTexts } from './hearings/index.ts';
import { incidentTexts } from './incidents/index.ts';
import { hookTexts, integrationTexts } from './integrations/index.ts';
import { lettersTexts } from './letters/index.ts';
import { messageFlash } from './messages/index.ts';
import { officeFlash } from './office/index.ts';
import { personFlash } from './persons/index.ts';
import { reminderFlash } from './reminders/index.ts';
import { signingTexts } from './signing/index.ts';
import { staffFlash } from './staff/index.ts';

export const FLASHES_OF_ROOMS: readonly Readonly<Record<string, string>>[] = [
  officeFlash,
  checkingFlash,
  exportTexts.flash,
  lettersTexts.flash,
  signingTexts.flash,
  reminderFlash,
  hearingsTexts.flash,
  closingFlash,
  messageFlash,
  incidentTexts.flash,
  integrationTexts.flash,
  hookTexts.flash,
  staffFlash,
  personFlash,
  documentOfficeTexts.flash,
];

/** What a page of the staff says was just done, by its name in the address: also where another room's act leads to it. */
export const FLASHES: Readonly<Record<string, string>> = Object.assign({}, ...FLASHES_OF_ROOMS);
