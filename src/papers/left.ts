import { hasMailbox } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { listPieces, type PieceWithFiles, remainingInWords } from '../pieces/index.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { type About, asList } from '../post/index.ts';
import type { PaperActDeps } from './deps.ts';
import { texts } from './texts.ts';

/** What remains for the candidate, a sentence each: the same as hub and pages say at this moment. `office`: of papers too. */
export async function leftInWords(
  { catalogue, due }: Pick<PaperActDeps, 'catalogue' | 'due'>,
  tx: Database,
  { candidate, enrolment, session }: Pick<About, 'candidate' | 'enrolment' | 'session'>,
  given: readonly PieceWithFiles[],
  { now, reader }: { readonly now: Temporal.Instant; readonly reader: 'candidate' | 'office' },
): Promise<readonly string[]> {
  const pieces = asTheyGive(candidate, given);
  // A letter is printed by the office: it says what the office may read.
  const remaining = await due(tx, { enrolment, session, pieces }, now, hasMailbox(candidate) ? reader : 'office');
  return remainingInWords(rulesFor(candidate, catalogue()), enrolment.session, remaining);
}

/** The same in their mail, a line each. */
export async function todoOf(
  deps: Pick<PaperActDeps, 'catalogue' | 'due'>,
  tx: Database,
  about: Pick<About, 'candidate' | 'enrolment' | 'session'>,
  pieces: readonly PieceWithFiles[],
  now: Temporal.Instant,
): Promise<string> {
  return asList(await leftInWords(deps, tx, about, pieces, { now, reader: 'candidate' }));
}

/** What somebody whose enrolment goes on again has to do and until when, for their mail; nothing where nothing is left. */
export async function leftAgain(
  deps: Pick<PaperActDeps, 'catalogue' | 'due'>,
  tx: Tx,
  about: About,
  now: Temporal.Instant,
): Promise<string> {
  const todo = await todoOf(deps, tx, about, await listPieces(tx, about.enrolment.id), now);
  return todo === '' ? '' : `${texts.leftAgain}\n${todo}`;
}

/** Who has no mail box gives everything by the post, whatever the session says of the others. */
export function asTheyGive(
  candidate: Pick<About['candidate'], 'address'>,
  pieces: readonly PieceWithFiles[],
): readonly PieceWithFiles[] {
  return hasMailbox(candidate) ? pieces : pieces.map((piece) => ({ ...piece, mode: 'post' as const }));
}

/** The rules as they are said to this person: who has no mail box signs by hand, whatever the session offers to others. */
export function rulesFor(candidate: Pick<About['candidate'], 'address'>, catalogue: Catalogue): Catalogue {
  if (hasMailbox(candidate)) return catalogue;
  const session: Catalogue['session'] = (code) => {
    const found = catalogue.session(code);
    return found === undefined ? undefined : { ...found, switches: { ...found.switches, signature: 'paper' } };
  };
  return { ...catalogue, session };
}
