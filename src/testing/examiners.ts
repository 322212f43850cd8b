/** Examiners and boards of a published plan, for the tests of the rooms above. */
export { aPerson, boardIds, heldBoards, keepJuries } from '../examiners/testing.ts';
