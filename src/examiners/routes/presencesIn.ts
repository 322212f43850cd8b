import type { Visit } from '../../platform/http/visit.ts';
import type { Fault } from '../../ui/index.ts';
import type { SaidPresence } from '../actions/sayPresence.ts';
import { presenceNames } from '../pages/presencePart.tsx';
import { readPresence } from '../rules/presence.ts';
import type { StandingBoard } from '../rules/standing.ts';
import { texts } from '../texts.ts';

function textIn(visit: Visit, name: string): string {
  const value = visit.body[name];
  return typeof value === 'string' ? value : '';
}

/** What a form says of who came; a member of whom it says nothing is left as they are. */
export function presencesIn(
  visit: Visit,
  board: StandingBoard,
): { readonly said: SaidPresence[]; readonly faults: Fault[] } {
  const [said, faults]: [SaidPresence[], Fault[]] = [[], []];
  for (const one of board.members) {
    const names = presenceNames(one);
    const [came, from, to] = [textIn(visit, names.came), textIn(visit, names.from), textIn(visit, names.to)];
    const read = readPresence(board, { came, from, to });
    if (read === null) continue;
    if (typeof read === 'string')
      faults.push({ field: read === 'from-unreadable' ? names.from : names.to, message: texts.presence.faults[read] });
    else said.push({ member: one.id, version: Number(textIn(visit, names.version)), presence: read });
  }
  return { said, faults };
}
