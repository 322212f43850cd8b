import { isRunning } from '../enrolment/index.ts';
import {
  closingOf,
  type DueSource,
  isGiven,
  type PieceWithFiles,
  refuseSigning,
  SIGNED_CONFIRMATION,
} from '../pieces/index.ts';
import { addresses } from './addresses.ts';
import type { SignatureDeps } from './deps.ts';
import { type InvitedSigner, nextToSign } from './rules/whoSigns.ts';
import { signingOf } from './signingOf.ts';
import { lastDoor } from './store/doors.ts';
import { listSignatures } from './store/signatures.ts';
import { texts } from './texts.ts';

/** A minor has signed on line, and whoever answers for them hasn't: that is what is left of the signature, as long as it may be given. */
export function representativeDue(
  deps: Pick<SignatureDeps, 'catalogue' | 'findCandidate'>,
): DueSource<InvitedSigner & { readonly refused: boolean }> {
  return {
    readers: 'office',
    read: async (db, { enrolment, pieces }, now) => {
      const sheet = sheetOf(pieces);
      if (sheet === undefined || !isRunning(enrolment) || isGiven(sheet)) return null;
      const given = (await listSignatures(db, enrolment.id)).filter(({ version }) => version === enrolment.version);
      if (given.length === 0) return null;
      const who = nextToSign((await signingOf(deps, db, enrolment, now)).by, given);
      if (who?.signer !== 'representative') return null;
      return { ...who, refused: (await lastDoor(db, enrolment))?.endedWhy === 'refused' };
    },
    lines: ({ name, refused }, { enrolment, pieces }, now) => {
      const sheet = sheetOf(pieces);
      if (sheet === undefined || refuseSigning(sheet, { begunAt: now, now }) !== null) return [];
      const line = { who: 'candidate', act: 'other', state: 'todo', piece: sheet.code, detail: null } as const;
      const { label, refused: no, mail, ...words } = texts.due;
      const said = { ...words, label: (refused ? no : label)(name), mail: mail(name) };
      return [{ ...line, ...said, href: addresses.sign(enrolment.id), until: closingOf(sheet) }];
    },
  };
}

const sheetOf = (pieces: readonly PieceWithFiles[]): PieceWithFiles | undefined =>
  pieces.find(({ code }) => code === SIGNED_CONFIRMATION);
