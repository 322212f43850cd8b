import { actBy } from '../../accounts/index.ts';
import { type AtSession, staffNames } from '../../exam/index.ts';
import { findSent, notePrinted, type SentLetter, standingInWords, standingOf } from '../../papers/index.ts';
import { idempotencyKey } from '../../platform/http/once.ts';
import type { Guard, Reply, Route, Visit } from '../../platform/http/visit.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import { act, acts, type ShownAgain, says, tickedIn } from '../../ui/index.ts';
import { type Reached, settleLetters, takeSettledBack } from '../actions/settleLetters.ts';
import { addresses } from '../addresses.ts';
import { POST_TAKES_HOURS } from '../convening.ts';
import { conveningTexts } from '../conveningTexts.ts';
import type { ExaminerDeps } from '../deps.ts';
import type { Examiner } from '../examiners.ts';
import { LETTER_ACTS, type LetterLine, type LettersView, lettersField } from '../pages/lettersPart.tsx';
import { addressOf } from '../printConvocations.ts';
import { type Refusal, refusals } from '../refusals.ts';
import { type ExaminerLetter, listExaminerLetters } from '../store/letters.ts';
import { listExaminers } from '../store/people.ts';
import { givePaper } from './givePaper.ts';

const say = conveningTexts.letters;

/** Letters to whoever has no mail box: printed, said to have left or to have been told by telephone, taken back. */
export function letterRoutes(
  deps: ExaminerDeps,
  who: Guard<AtSession>,
  again: (...shown: ShownAgain<AtSession>) => Promise<Reply>,
): readonly Route[] {
  const page = { path: addresses.letters(), who, refusals, again };
  const to = (count: number, { session }: AtSession) =>
    `${addresses.convene({ session: session.code, notees: count })}#lettres`;
  const settle = ({ place, staff }: AtSession, visit: Visit, reached: Reached) =>
    settleLetters(deps, actBy(visit, staff), {
      place,
      by: staff.accountId,
      key: idempotencyKey(visit.body.cle),
      letters: tickedIn(visit.body, 'choix'),
      reached,
    });
  const noted = (way: 'post' | 'phone', note: string): Route =>
    act({
      ...page,
      note,
      fields: [lettersField],
      do: ({ jour }, at, visit) => settle(at, visit, { way, on: jour }),
      to,
    });
  return [
    acts(
      'acte',
      {
        [LETTER_ACTS.print]: act({
          ...page,
          note: 'Le chef de bureau imprime des convocations à poster.',
          fields: [],
          do: (_, at, visit) => printChosen(deps, at, tickedIn(visit.body, 'choix')),
          to: (printed) => printed,
        }),
        [LETTER_ACTS.post]: noted(
          'post',
          'Le chef de bureau note le jour où des convocations sont parties par la poste.',
        ),
        [LETTER_ACTS.phone]: noted('phone', "Le chef de bureau note qu'il a dit des convocations par téléphone."),
        [LETTER_ACTS.mail]: act({
          ...page,
          note: "Le chef de bureau envoie par mail la convocation d'une personne qui a une adresse depuis.",
          fields: [],
          do: (_, at, visit) => settle(at, visit, { way: 'mail' }),
          to,
        }),
      },
      says(page, say.noAct),
    ),
    act({
      ...page,
      path: addresses.letterBack(),
      note: "Le chef de bureau reprend ce qu'il a noté d'une convocation par erreur.",
      fields: [],
      do: (_, { place, staff }, visit) =>
        takeSettledBack(deps, actBy(visit, staff), {
          place,
          by: staff.accountId,
          letter: typeof visit.body.lettre === 'string' ? visit.body.lettre : '',
        }),
      to: (_, at) => to(0, at),
    }),
  ];
}

/** Those of them that are still to be posted, each person from a page of their own. Printed again as often as one likes: nothing has left for it. */
async function printChosen(
  deps: ExaminerDeps,
  { place, session, staff }: AtSession,
  chosen: readonly string[],
): Promise<Result<Reply, Refusal>> {
  if (chosen.length === 0) return refuse({ code: 'no-letter-chosen' });
  const letters = await listExaminerLetters(deps.db, place);
  const due = letters.filter(({ id, settled }) => !settled && chosen.includes(id));
  if (due.length === 0) return refuse({ code: 'letters-settled' });
  const theirs = new Set(due.map(({ examinerId }) => examinerId));
  const people = (await listExaminers(deps.db, place.academy)).filter(({ id }) => theirs.has(id));
  const back = addresses.convene({ session: session.code });
  const name = conveningTexts.paper.allFile;
  const given = await givePaper(deps, place.academy, people, { name, back, session: session.code });
  const ids = due.map(({ id }) => id);
  await deps.db.transaction().execute((tx) => notePrinted(tx, place.academy, ids, staff.accountId));
  return ok(given);
}

/** Those that wait and those that don't any more, with their people. */
export async function lettersFor(
  deps: ExaminerDeps,
  visit: Visit,
  { place }: AtSession,
  people: readonly Examiner[],
): Promise<Pick<LettersView, 'due' | 'settled'>> {
  const letters = await listExaminerLetters(deps.db, place);
  const sent = await findSent(
    deps.db,
    letters.map(({ id }) => id),
  );
  const nameOf = await staffNames(deps, place.academy);
  const now = deps.clock.now();
  const ticked = tickedIn(visit.body, 'choix');
  const lines = letters.flatMap((letter): readonly (LetterLine & Pick<ExaminerLetter, 'settled'>)[] => {
    const [person, known] = [people.find(({ id }) => id === letter.examinerId), sent.get(letter.id)];
    if (person === undefined || known === undefined) return [];
    return [
      {
        ...letter,
        person,
        address: addressOf(person),
        urgent: Temporal.Instant.compare(letter.nearest, now.add({ hours: POST_TAKES_HOURS })) < 0,
        standing: standingOfLetter(letter, known, nameOf, now),
        back: letter.mailedAt === null,
        ticked: ticked.includes(letter.id),
      },
    ];
  });
  return { due: lines.filter(({ settled }) => !settled), settled: lines.filter(({ settled }) => settled) };
}

function standingOfLetter(
  { at: issuedAt, mailedAt, settled }: ExaminerLetter,
  sent: SentLetter,
  nameOf: (id: string | null) => string,
  now: Temporal.Instant,
): string {
  if (mailedAt !== null) return say.mailed(parisDay(mailedAt));
  if (!settled && sent.printedAt === null) return say.toPost;
  const asLetter = {
    kind: null,
    signedBy: null,
    issuedAt,
    openedAt: null,
    electronic: false,
    mail: 'left',
    ...sent,
  } as const;
  const words = standingInWords(asLetter, standingOf(asLetter, now));
  return settled ? say.by(words, nameOf(sent.toldBy ?? sent.letters.at(-1)?.postedBy ?? null)) : words;
}
