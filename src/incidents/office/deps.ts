import type { LetterDeskDeps } from '../../papers/index.ts';
import type { LiveBanners } from '../liveBanners.ts';

/** What the pages of this room work with. */
export type IncidentDeps = LetterDeskDeps & {
  /** What heads say above every page: looked at again by who wrote one. */
  readonly banners: Pick<LiveBanners, 'refresh'>;
};
