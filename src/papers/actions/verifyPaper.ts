import { accountTexts } from '../../accounts/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import { endedBy } from '../notice.ts';
import { listSeals } from '../store/seals.ts';
import { findByCode, findKey, listKeys, type VerifiedPaper } from '../store/verification.ts';
import { PAPERS } from '../texts.ts';
import { readCode } from '../verification/code.ts';
import { isSignedBy, type PublicJwk, publicJwk } from '../verification/keys.ts';
import { nameMark, readSquare, type SignedSquare } from '../verification/square.ts';

/** What anybody who holds a paper may know of it: never the name, nor what the paper says. */
export type Verification =
  | { readonly state: 'unknown' }
  | {
      readonly state: 'valid' | 'superseded' | 'cancelled' | 'suspended';
      readonly title: string;
      readonly subject: string;
      readonly reference: string;
      readonly day: Temporal.PlainDate;
      /** « C. M. »; empty where the paper names nobody. */
      readonly initials: string;
      /** Of the square code that was read; null for a typed code or a code of the whole paper. */
      readonly page: number | null;
      /** Is the name that was typed the one that we printed? Null when none was. */
      readonly nameFits: boolean | null;
      /** What its file is sealed with. Null: it bears none. */
      readonly seal: { readonly by: string; readonly timeStamped: boolean; readonly selfMade: boolean } | null;
    };

/** `code`: as printed, or the signs or the address of a square code. `name`: as printed; empty: not asked. */
export type VerificationRequest = { readonly code: string; readonly name: string };

/** `unreadable`: neither a code nor the signs of a square code. */
export type VerifyRefusal = 'unreadable';

/** Answers whoever has a paper in hand: did we issue it, and does it still hold? Changes nothing. */
async function verifyPaper(db: Database, asked: VerificationRequest): Promise<Result<Verification, VerifyRefusal>> {
  const typed = readCode(asked.code);
  const scanned = typed === null ? readSquare(asked.code) : null;
  const code = typed ?? scanned?.square.code;
  if (code === undefined) return refuse('unreadable');
  if (scanned !== null && !(await isGenuine(db, scanned))) return ok({ state: 'unknown' });
  const paper = await findByCode(db, code);
  if (paper === null || (scanned !== null && scanned.square.reference !== paper.reference))
    return ok({ state: 'unknown' });
  const { content, reference, issuedAt } = paper;
  const name = content.candidate ?? '';
  return ok({
    state: stateOf(paper),
    title: PAPERS[paper.kind].confidentialAs ?? content.title,
    subject: content.subject,
    reference,
    day: parisDay(issuedAt),
    initials: initialsOf(name),
    page: scanned === null || scanned.square.page === 0 ? null : scanned.square.page,
    nameFits: asked.name.trim() === '' ? null : isNamed(asked.name, name),
    seal: sealOf(paper),
  });
}

function stateOf(paper: VerifiedPaper): 'valid' | 'superseded' | 'cancelled' | 'suspended' {
  if (!holds(paper) || paper.withheld === 'withdrawn') return 'cancelled';
  if (paper.withheld === 'suspended') return 'suspended';
  return paper.superseded ? 'superseded' : 'valid';
}

/** A notice that an enrolment ended holds while it is so, every other paper while it isn't. */
function holds({ kind, ended }: Pick<VerifiedPaper, 'kind' | 'ended'>): boolean {
  return (endedBy(kind) !== null) === ended;
}

function sealOf({ sealLevel, sealedBy, selfMade }: VerifiedPaper) {
  if (sealLevel === null || sealedBy === null) return null;
  return { by: sealedBy, timeStamped: sealLevel === 'B-T', selfMade: selfMade === true };
}

/** Signed by a key that we published. */
export async function isGenuine(db: Database, { square, body, signature }: SignedSquare): Promise<boolean> {
  const key = await findKey(db, square.keyId);
  return key !== null && isSignedBy(key.publicKey, body, signature);
}

const CIVILITIES = Object.values(accountTexts.civilities);

/** With the civility that is printed before the name, or without. */
function isNamed(typed: string, printed: string): boolean {
  const marks = ['', ...CIVILITIES].map((civility) => nameMark(`${civility} ${typed}`));
  return marks.includes(nameMark(printed));
}

function initialsOf(printed: string): string {
  const names = printed.split(/[\s-]+/).filter((word) => word !== '' && !CIVILITIES.some((one) => one === word));
  return names.map((name) => `${name.slice(0, 1).toUpperCase()}.`).join('\u00a0');
}

/** For the door where anybody asks. */
export type PublicVerification = {
  readonly verify: (asked: VerificationRequest) => Promise<Result<Verification, VerifyRefusal>>;
  /** The public keys of square codes. */
  readonly keys: () => Promise<readonly { readonly id: string; readonly jwk: PublicJwk }[]>;
  /** The certificates of seals in PEM, the newest first. */
  readonly seals: () => Promise<readonly string[]>;
};

export function publicVerification(db: Database): PublicVerification {
  return {
    verify: (asked) => verifyPaper(db, asked),
    keys: async () => (await listKeys(db)).map(({ id, publicKey }) => ({ id, jwk: publicJwk(publicKey) })),
    seals: () => listSeals(db),
  };
}
