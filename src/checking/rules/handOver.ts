import { type Judged, judge } from '../../lots/index.ts';

/** A file that somebody wants to hand over to a colleague. */
export type HandedFile = {
  readonly id: string;
  readonly running: boolean;
  /** Who takes care of it now. */
  readonly holder: string | null;
  /** Is it of the groups that the colleague reads? */
  readonly theirs: boolean;
};

export type WhyNotHanded = 'ended' | 'already' | 'not-theirs';

/** What would be handed over, and what wouldn't and why. Said before, and again after. */
export function judgeHandOver(files: readonly HandedFile[], to: string): Judged<HandedFile, WhyNotHanded> {
  return judge(files, (one) => whyNot(one, to));
}

function whyNot({ running, holder, theirs }: HandedFile, to: string): WhyNotHanded | null {
  if (!running) return 'ended';
  if (holder === to) return 'already';
  return theirs ? null : 'not-theirs';
}
