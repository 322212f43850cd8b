import type { PieceWithFiles } from '../../pieces/index.ts';

/** May a message name this piece? Never one of health: who reads messages doesn't read of it. */
export function mayBeAbout({ confidential, status }: Pick<PieceWithFiles, 'confidential' | 'status'>): boolean {
  return !confidential && status !== 'not-applicable';
}
