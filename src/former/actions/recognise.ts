import { type EnrolmentId, lockEnrolment, subjectOf, writeFormerMarks } from '../../enrolment/index.ts';
import { readMoment } from '../../platform/clock.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import type { FormerActDeps } from '../deps.ts';
import type { FormerProof } from '../former.ts';
import { postedTexts } from '../personTexts.ts';
import type { Refusal } from '../refusals.ts';
import { proofsFor, samePerson, wantsWords } from '../rules/proofs.ts';
import { lastClaim, readProven, settleClaim } from '../store/claims.ts';
import { awaitImports } from '../store/imports.ts';
import { findPersons } from '../store/lines.ts';
import { insertLink, linksOf, undoLink } from '../store/links.ts';
import { giveMarks } from './giveMarks.ts';
import { tellAnswer } from './tellAnswer.ts';

const say = postedTexts;

type Order = { readonly academy: string; readonly enrolmentId: EnrolmentId; readonly by: string };

/** A person of the office says whose a number is, and by what it was proved. Its marks go to the ledger, the candidate is told. */
export function recognise(
  deps: FormerActDeps,
  act: Act,
  {
    academy,
    enrolmentId,
    by,
    number,
    proof,
    words,
  }: Order & { readonly number: string; readonly proof: FormerProof; readonly words: string | null },
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    await awaitImports(tx, academy);
    const enrolment = await lockEnrolment(tx, enrolmentId);
    const candidate = enrolment === null ? null : await deps.findCandidate(tx, enrolment.candidateId);
    if (enrolment === null || candidate === null) throw new Error('The guard admits a file that is there');
    const { candidateId } = enrolment;
    // Pressed twice, it is said once; said of another account before, it isn't said again.
    const [standing] = await linksOf(tx, academy, [number]);
    if (standing !== undefined)
      return standing.candidateId === candidateId ? ok(null) : refuse({ code: 'number-taken' });
    const search = { number, birthDate: candidate.birthDate, linked: [] };
    const person = (await findPersons(tx, academy, search)).find((one) => one.number === number);
    if (person === undefined) return refuse({ code: 'number-gone' });
    const claim = await lastClaim(tx, academy, candidateId);
    const given = claim?.state === 'waiting' ? claim.number : null;
    const at = { number: given, ...(await readProven(tx, academy, candidateId)) };
    if (!proofsFor(candidate, person, at).includes(proof)) return refuse({ code: 'proof-not-there' });
    if (words === null && wantsWords(proof, samePerson(candidate, person))) return refuse({ code: 'words-missing' });
    const link = { academy, number, candidateId, enrolmentId, proof, words, by };
    if (!(await insertLink(tx, link))) return refuse({ code: 'number-taken' });
    if (claim?.state === 'waiting') await settleClaim(tx, enrolment, { act: 'confirm', words: null, by });
    const marks = await giveMarks(tx, academy, [link], parisDay((await readMoment(tx, act)).now));
    const said = { enrolmentId, proof, marks };
    const eventId = await deps.events.publish(tx, act, 'former.confirmed', subjectOf(enrolment), said);
    await tellAnswer(deps, tx, enrolmentId, eventId, say.confirmed);
    return ok(null);
  });
}

/** The request is answered: nothing can be given back, and why. */
export function refuseClaim(
  deps: FormerActDeps,
  act: Act,
  { enrolmentId, by, words }: Order & { readonly words: string },
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    const enrolment = await lockEnrolment(tx, enrolmentId);
    if (enrolment === null) throw new Error('The guard admits a file that is there');
    if (!(await settleClaim(tx, enrolment, { act: 'refuse', words, by }))) return refuse({ code: 'claim-gone' });
    const eventId = await deps.events.publish(tx, act, 'former.refused', subjectOf(enrolment), { enrolmentId });
    await tellAnswer(deps, tx, enrolmentId, eventId, words);
    return ok(null);
  });
}

/** It was somebody else's: the marks leave the ledger, the candidate is told why. What was registered with them stays for an officer. */
export function undoRecognition(
  deps: FormerActDeps,
  act: Act,
  { academy, enrolmentId, by, number, words }: Order & { readonly number: string; readonly words: string },
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    await awaitImports(tx, academy);
    const enrolment = await lockEnrolment(tx, enrolmentId);
    if (enrolment === null) throw new Error('The guard admits a file that is there');
    const { candidateId } = enrolment;
    const link = (await linksOf(tx, academy, [number])).find((one) => one.candidateId === candidateId);
    if (link === undefined || !(await undoLink(tx, { id: link.id, by, words }))) return refuse({ code: 'link-gone' });
    await writeFormerMarks(tx, { academy, candidateId, number }, []);
    const eventId = await deps.events.publish(tx, act, 'former.undone', subjectOf(enrolment), { enrolmentId });
    await tellAnswer(deps, tx, enrolmentId, eventId, say.undone(words));
    return ok(null);
  });
}
