import { h } from 'preact';
import type { LetterDeskDeps } from '../../../papers/index.ts';
import { type Reply, redirect, type Visit } from '../../../platform/http/visit.ts';
import { readPageNumber } from '../../../platform/query.ts';
import { type AtDesk, PAGE_SIZE, pagesOf } from '../../../scope/index.ts';
import { show } from '../../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { SentPage } from '../pages/sentPage.tsx';
import { listSent, type SentStep } from '../store.ts';

/** The step of one deadline that an address names; null: none that can be read. */
export function readSentStep({ session, echeance, etape }: Visit['query']): SentStep | null {
  if (session === undefined || echeance === undefined || etape === undefined) return null;
  try {
    return { session, until: Temporal.Instant.from(echeance), step: etape };
  } catch {
    return null;
  }
}

/** To whom a step was sent: what a number of reminders is made of. */
export async function showSent(
  deps: LetterDeskDeps,
  visit: Visit,
  { staff, scope }: AtDesk,
  sent: SentStep,
): Promise<Reply> {
  const page = readPageNumber(visit.query.page);
  const { files, total } = await listSent(deps.db, { ...scope, sessions: [sent.session] }, sent, page);
  // Nobody, or nobody of this reader's, was sent such a step.
  if (files.length === 0) return redirect(page > 1 ? addresses.sent(sent) : addresses.reminders());
  return show(
    h(SentPage, {
      ...(await deps.frame(visit, staff)),
      sent,
      files,
      total,
      page,
      pages: pagesOf(total, PAGE_SIZE),
    }),
  );
}
