import { type Duty, lineFor } from '../scope/index.ts';
import { addresses } from './addresses.ts';
import { conveningTexts } from './conveningTexts.ts';
import { countLeft } from './store/convening.ts';

const say = conveningTexts.home;

/** Boards ahead that somebody left, and nobody took their place. */
export const leftBoards: Duty = {
  readers: ['head'],
  read: async ({ db }, { scope }) =>
    lineFor(await countLeft(db, scope.academy), (count) => ({
      words: say.left(count),
      see: say.see,
      href: addresses.boards({ voir: 'a-completer' }),
    })),
};
