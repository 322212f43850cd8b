import type { ExaminerRules } from '../../catalogue/index.ts';
import { type Board, taskOf } from '../examiners.ts';
import type { Quota } from './suits.ts';

/** Without rules, one person at least: nobody examines or is watched over by nobody. */
const LEAST: Quota = { members: 1, teachers: 0, professionals: 0 };

/** How many a board, or a hall with so many candidates, should have. `ofUnits`: what the orders of its units ask for at least. */
export function quotaOf(
  rules: ExaminerRules | null,
  board: Pick<Board, 'held' | 'candidates'>,
  ofUnits: readonly number[] = [],
): Quota {
  if (taskOf(board) === 'board') {
    const usual = rules?.board ?? LEAST;
    return { ...usual, members: Math.max(usual.members, ...ofUnits) };
  }
  if (rules === null) return LEAST;
  const { members, eachCandidates } = rules.hall;
  return {
    members: Math.max(members, eachCandidates === null ? 0 : Math.ceil(board.candidates / eachCandidates)),
    teachers: 0,
    professionals: 0,
  };
}
