import type { RulePack } from '../../catalogue/index.ts';
import type { NamedByEnrolments } from '../../enrolment/index.ts';
import { texts } from '../texts/effects.ts';

/** What the files of candidates name: without it in the rules, their pages couldn't be drawn. */
export function stillNamed(
  pack: RulePack,
  named: NamedByEnrolments & { readonly pieces: readonly string[] },
): readonly string[] {
  const sessions = [...pack.sessions, ...pack.relativeSessions];
  const known = {
    academies: new Set(pack.academies.map(({ code }) => code)),
    sessions: new Set(sessions.map(({ code }) => code)),
    specialities: new Set(pack.specialities.map(({ cfd }) => cfd)),
    pieces: new Set(pack.pieceTypes.map(({ code }) => code)),
  };
  return (['academies', 'sessions', 'specialities', 'pieces'] as const).flatMap((kind) =>
    named[kind].filter((code) => !known[kind].has(code)).map((code) => texts.gone[kind](code)),
  );
}
