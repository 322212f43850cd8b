/** Examiners and boards of a published plan, for the tests of the rooms above. */
export { aPerson, boardIds, heldBoards } from '../examiners/testing.ts';
