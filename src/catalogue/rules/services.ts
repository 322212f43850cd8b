import type { Academy } from '../schema/academy.ts';

/** Whom to write to by the post, a line each. */
export function serviceByPost({ letterhead, legal }: Academy): readonly string[] {
  return [letterhead.bureau, letterhead.division, letterhead.authority, letterhead.academy, ...legal.rector.slice(1)];
}

/** The same of who alone reads of somebody's health: at the office's address under a name of its own, until the academy says another. */
export function healthServiceByPost(academy: Academy): readonly string[] {
  return academy.accommodationService ?? [SEALED, ...serviceByPost(academy)];
}

/** So that nobody else opens it. */
const SEALED = "Service des aménagements d'épreuves (pli confidentiel)";
