import { asksHealth, type RulePack } from '../../catalogue/index.ts';
import type { NamedByEnrolments } from '../../enrolment/index.ts';
import { texts } from '../texts/effects.ts';

/**
 * What keeps health data apart, whoever has given any: a piece that holds some stays one, and stays; no other piece asks what
 * is declared of one's health. Said of the rules alone, so that the answer tells nothing of candidates.
 */
export function healthKept(before: RulePack, pack: RulePack): readonly string[] {
  const after = new Map(pack.pieceTypes.map((type) => [type.code, type]));
  return [
    ...before.pieceTypes
      .filter(({ code, health }) => health && after.get(code)?.health !== true)
      .map(({ code }) => texts.healthGone(code)),
    ...pack.pieceTypes
      .filter(({ health, rules }) => !health && rules.some(({ when }) => asksHealth(when)))
      .map(({ code }) => texts.healthAsked(code)),
  ];
}

/** Does a piece that holds health data change, or the group that it is given in? A session that is new has no candidates yet. */
export function changesHealth(before: RulePack, after: RulePack): boolean {
  const known = new Set(before.sessions.map(({ code }) => code));
  const said = ({ pieceTypes, sessions }: RulePack): string => {
    const types = pieceTypes.filter(({ health }) => health);
    const codes = new Set(types.map(({ code }) => code));
    const groups = sessions
      .filter(({ code }) => known.has(code))
      .flatMap(({ code, pieceGroups }) =>
        pieceGroups.filter(({ pieces }) => pieces.some((piece) => codes.has(piece))).map((group) => [code, group]),
      );
    return JSON.stringify([types, groups]);
  };
  return said(before) !== said(after);
}

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
