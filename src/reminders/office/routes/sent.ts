import { h } from 'preact';
import type { LetterDeskDeps } from '../../../papers/index.ts';
import { type Reply, redirect, type Visit } from '../../../platform/http/visit.ts';
import { keysOf } from '../../../platform/keys.ts';
import { readPageNumber } from '../../../platform/query.ts';
import { type AtDesk, PAGE_SIZE, pagesOf, pieceLabel } from '../../../scope/index.ts';
import { show } from '../../../ui/index.ts';
import { addresses, BROUGHT_NAMES } from '../addresses.ts';
import { SentPage } from '../pages/sentPage.tsx';
import { listSent, type SentStep } from '../store.ts';

/** The step of one deadline that an address names; null: none that can be read. */
export function readSentStep({ session, echeance, etape, parmi }: Visit['query']): SentStep | null {
  if (session === undefined || echeance === undefined || etape === undefined) return null;
  try {
    const brought = keysOf(BROUGHT_NAMES).find((one) => BROUGHT_NAMES[one] === parmi);
    const sent = { session, until: Temporal.Instant.from(echeance), step: etape };
    return brought === undefined ? sent : { ...sent, brought };
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
  // Nobody, or nobody of this reader's, was sent such a step, or was brought this by it.
  if (files.length === 0) {
    const { brought, ...all } = sent;
    return redirect(
      page > 1 ? addresses.sent(sent) : brought === undefined ? addresses.reminders() : addresses.sent(all),
    );
  }
  return show(
    h(SentPage, {
      ...(await deps.frame(visit, staff)),
      sent,
      files: files.map((file) => ({
        ...file,
        missing: file.missing.map((code) => pieceLabel(deps.catalogue(), { session: sent.session, code })),
      })),
      total,
      page,
      pages: pagesOf(total, PAGE_SIZE),
    }),
  );
}
