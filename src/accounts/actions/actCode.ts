import { createHmac } from 'node:crypto';
import type { Database, Tx } from '../../platform/database/database.ts';
import { forgetTries } from '../../platform/http/throttle.ts';
import { ok, type Result } from '../../platform/result.ts';
import { keepMailed, newCode, peek, sameMark, useUp } from '../credentials/mailed.ts';
import { type AccountsDeps, addressMark } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { bucket, justMailed, takeTurns } from '../throttles.ts';

/** How long such a code serves. */
const ACT_CODE_MINUTES = 10;

/** What one code is for: it serves for nothing else, and not once the address or what it is bound to has changed. */
export type CodeFor = {
  /** 24 to 64 letters, figures and dashes: « <id of an enrolment>-candidate ». */
  readonly name: string;
  /** The mail box that it proves. */
  readonly address: string;
  /** The version that is signed, say. */
  readonly bound: string;
};

/** Codes that are mailed to know who does one act: of a person who has no account too (a legal representative). */
export type ActCodes = {
  /** A new code, in place of the last one; null: one left less than a minute ago and still serves. */
  readonly make: (tx: Tx, what: CodeFor) => Promise<Result<string | null, Refusal>>;
  /** Counts a code before it is looked at, outside of the transaction that a wrong one undoes. */
  readonly count: (db: Database, what: Pick<CodeFor, 'name'>) => Promise<Result<null, Refusal>>;
  /** Is it the right one? It serves once: of two at once, one is right. */
  readonly use: (tx: Tx, what: CodeFor, code: string) => Promise<boolean>;
};

export function createActCodes(deps: AccountsDeps): ActCodes {
  const mark = ({ name, address, bound }: CodeFor, code: string): string =>
    createHmac('sha256', deps.secret).update(`act ${name} ${address} ${bound} ${code}`).digest('base64url');
  return {
    make: async (tx, what) => {
      const to = addressMark(deps, what.address);
      if (await justMailed(tx, `act ${what.name} ${what.bound} ${to}`)) return ok(null);
      const turn = await takeTurns(tx, [['codesToAddress', to]]);
      if (!turn.ok) return turn;
      const code = newCode();
      await keepMailed(tx, 'actCode', what.name, { mark: mark(what, code) }, ACT_CODE_MINUTES / 60);
      return ok(code);
    },
    count: (db, { name }) => takeTurns(db, [['actCode', name]]),
    use: async (tx, what, code) => {
      const expected = (await peek(tx, 'actCode', what.name))?.mark ?? '';
      if (!sameMark(expected, mark(what, code))) return false;
      if ((await useUp(tx, 'actCode', what.name))?.mark !== expected) return false;
      await forgetTries(tx, bucket('actCode', what.name));
      return true;
    },
  };
}
