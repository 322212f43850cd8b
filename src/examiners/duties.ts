import { type Duty, lineFor } from '../scope/index.ts';
import { addresses } from './addresses.ts';
import { POST_TAKES_HOURS, SAME_MORNING_HOURS } from './convening.ts';
import { conveningTexts } from './conveningTexts.ts';
import { listLeft } from './store/convening.ts';
import { listUnheard } from './store/letters.ts';

const say = conveningTexts.home;

/**
 * Boards and juries ahead that somebody left, and nobody took their place: one board alone is opened, several are listed in the session of the first;
 * a jury is opened among the juries.
 */
export const leftBoards: Duty = {
  readers: ['head'],
  read: async ({ db }, { scope, now }) => {
    const left = await listLeft(db, scope.academy);
    const [first] = left;
    if (first === undefined) return null;
    const isNear = Temporal.Instant.compare(first.startsAt, now.add({ hours: SAME_MORNING_HOURS })) < 0;
    const juries = left.filter(({ held }) => held === 'jury').length;
    return lineFor(left.length, (count) => ({
      words: say.left(count - juries, juries),
      see: first.held === 'jury' ? say.seeJury : say.see,
      href:
        first.held === 'jury'
          ? addresses.jury(first.id)
          : count === 1
            ? addresses.board(first.id, { session: first.session })
            : addresses.boards({ session: first.session, voir: 'a-completer' }),
      ...(isNear ? { tone: 'warn' } : {}),
    }));
  },
};

/** Who has no mail box, or whose mail was refused, and hears of nothing until somebody posts their letter, or calls; those of the nearest hour are opened first. */
export const unheardLetters: Duty = {
  readers: ['head'],
  read: async ({ db }, { scope, now }) => {
    const [first, ...others] = await listUnheard(db, { academy: scope.academy });
    if (first === undefined) return null;
    const isNear = Temporal.Instant.compare(first.nearest, now.add({ hours: POST_TAKES_HOURS })) < 0;
    return lineFor(others.length + 1, (count) => ({
      words: say.letters(count),
      see: say.seeLetters,
      href: `${addresses.convene({ session: first.session })}#lettres`,
      ...(isNear ? { tone: 'warn' } : {}),
    }));
  },
};
