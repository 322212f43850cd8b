import { accommodationAddresses, listToNotify, recordHealthReading } from '../accommodations/index.ts';
import { actBy, personName } from '../accounts/index.ts';
import { documentDesk } from '../documents/index.ts';
import { recordLetters } from '../exports/index.ts';
import { paperDesk } from '../papers/index.ts';
import type { Guard, Visit } from '../platform/http/visit.ts';
import {
  type AtDesk,
  atDesk,
  atHealthDesk,
  deskAddresses,
  type FileAtDesk,
  fileAtDesk,
  type Scope,
} from '../scope/index.ts';
import { addresses as letterAddresses } from './addresses.ts';
import type { LetterTrayDeps } from './deps.ts';
import { healthLetterAtDesk } from './guards.ts';
import { listDecided, type PostedFile } from './store.ts';
import { healthLettersTexts, lettersTexts } from './texts.ts';

type More = Parameters<typeof paperDesk.letters>[0];

/** What was looked at, or taken away: the page alone, or a file of it. */
export type Taken = {
  readonly as: 'page' | 'print' | 'csv' | 'pdf';
  readonly enrolments: readonly string[];
  readonly session: string | null;
  /** In words. */
  readonly what: string;
};

/**
 * A place where what goes by the post is printed and noted. There are two, of the same parts: the office's, and that of the service which
 * alone reads of somebody's health. What is in one is never in the other: who asks has the scope of one of them.
 */
export type Tray = {
  readonly who: Guard<AtDesk>;
  readonly oneFile: Guard<FileAtDesk>;
  readonly words: { readonly title: string; readonly lead: string };
  readonly at: {
    readonly list: (more?: More) => string;
    readonly csv: (more?: More) => string;
    readonly labels: (more?: More) => string;
    /** Null: its readers have no page of a file. */
    readonly file: ((id: string) => string) | null;
    readonly letter: (id: string, letter: string, more?: More) => string;
    /** Of a decision that is notified. */
    readonly decision: (id: string, paper: string) => string;
    readonly paper: (id: string, paper: string) => string;
  };
  readonly decided: (scope: Scope) => Promise<readonly PostedFile[]>;
  /** Written before anything leaves. */
  readonly note: (visit: Visit, at: AtDesk, taken: Taken) => Promise<void>;
};

export function officeTray(deps: LetterTrayDeps): Tray {
  return {
    who: atDesk(deps),
    oneFile: fileAtDesk(deps),
    words: lettersTexts,
    at: {
      list: paperDesk.letters,
      csv: paperDesk.letterList,
      labels: paperDesk.letterLabels,
      file: deskAddresses.file,
      letter: paperDesk.oneLetter,
      decision: paperDesk.oneLetter,
      paper: documentDesk.paper,
    },
    decided: (scope) => listDecided(deps.db, scope),
    note: async (visit, { staff, scope }, { as: format, session, what }) => {
      const { academy } = scope;
      if (format !== 'page') await recordLetters(deps, actBy(visit, staff), { academy, session, format, what });
    },
  };
}

/** Its readings are in the chain of its service: the journal of the office would tell of whom they are. */
export function healthTray(deps: LetterTrayDeps): Tray {
  return {
    who: atHealthDesk(deps),
    oneFile: healthLetterAtDesk(deps),
    words: healthLettersTexts,
    at: {
      list: letterAddresses.healthLetters,
      csv: letterAddresses.healthLetterList,
      labels: letterAddresses.healthLetterLabels,
      file: null,
      letter: letterAddresses.healthLetter,
      decision: (id) => accommodationAddresses.letter(id),
      paper: accommodationAddresses.notification,
    },
    decided: async ({ academy, sessions }) =>
      (await listToNotify(deps.db, academy))
        .filter(({ file }) => sessions.includes(file.session))
        .map(({ file, paperId }) => ({
          id: file.enrolmentId,
          paperId,
          number: file.number,
          name: personName(file),
          over: false,
        })),
    note: (visit, { staff, scope }, { enrolments }) =>
      recordHealthReading(deps.db, actBy(visit, staff), scope.academy, [...new Set(enrolments)]),
  };
}
