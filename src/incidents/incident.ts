/**
 * When something of the service breaks (*incident*): what was measured of it, what a head says to everybody meanwhile, how long the
 * extension should be that it asks for. Read this file first.
 */

/** One sentence of a head, above every page of their academy until an instant (*bandeau*). */
export type Banner = {
  readonly academy: string;
  readonly words: string;
  /** A whole minute: pages are kept until one. */
  readonly until: Temporal.Instant;
};

export const BANNER = { characters: 300 } as const;
/** How long it may stand, in hours. It is taken away by itself; who needs it longer says it again. */
export const BANNER_HOURS = [1, 2, 4, 8, 24, 48] as const;

export type BannerRefusal =
  | { readonly code: 'too-long' }
  | { readonly code: 'changed-meanwhile' }
  | { readonly code: 'none' }
  | { readonly code: 'no-length' };
