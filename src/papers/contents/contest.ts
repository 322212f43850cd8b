import { hasMailbox } from '../../accounts/index.ts';
import { healthServiceByPost } from '../../catalogue/index.ts';
import { whereOf } from '../../enrolment/index.ts';
import { type LastDay, lastDayToAppeal, lawTexts } from '../../law/index.ts';
import type { About } from '../../post/index.ts';
import type { PaperBlock } from '../content.ts';

type Contested = {
  readonly until?: LastDay | null;
  readonly author?: 'jury';
  /** Whoever reads of somebody's health alone opens what contests their decision. */
  readonly health?: boolean;
};

/**
 * How a decision is contested, by who lives there, with the addresses of its academy: on pages, papers and mails. `until`: the last day, where it
 * is known since when the decision is notified.
 */
export function remediesAgainst(
  { academy, enrolment }: Pick<About, 'academy' | 'enrolment'>,
  { health = false, ...of }: Contested = {},
): readonly string[] {
  const rector = health ? healthServiceByPost(academy) : academy.legal.rector;
  return lawTexts.remedies({ ...of, where: whereOf(academy, enrolment), addressees: { ...academy.legal, rector } });
}

/** The same of what is notified by the mail of that day: its last day is printed. Of a letter it runs from the day it is handed over, not known yet. */
export function remediesFrom(
  about: Pick<About, 'academy' | 'enrolment' | 'candidate'>,
  toldOn: Temporal.PlainDate,
): readonly string[] {
  const { academy, enrolment } = about;
  const until = hasMailbox(about.candidate) ? lastDayToAppeal(toldOn, whereOf(academy, enrolment)) : null;
  return remediesAgainst(about, { until });
}

/**
 * The same on a paper: without it no delay runs (code de justice administrative, R421-5). A paper doesn't know yet when it will be notified: it has
 * a last day where it was published.
 */
export function contestBlock(
  about: Pick<About, 'academy' | 'enrolment'>,
  of: Contested = {},
): Extract<PaperBlock, { type: 'text' }> {
  return { type: 'text', title: lawTexts.remediesTitle, paragraphs: remediesAgainst(about, of) };
}
