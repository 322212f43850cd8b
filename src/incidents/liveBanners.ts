import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Banner } from './incident.ts';
import { listBanners } from './store.ts';

/** The banners that stand, kept in memory: pages that need no database have them too. */
export type LiveBanners = {
  /** The same array until one comes or goes. */
  readonly current: () => readonly Banner[];
  /** Looks at once: who wrote one reads it on the page that follows. */
  readonly refresh: () => Promise<void>;
  readonly stop: () => void;
};

const LOOK_EVERY_MS = 3_000;

/** While the database is away the last ones known stand until their time. */
export async function openBanners(db: Database, clock: Pick<Clock, 'now'>): Promise<LiveBanners> {
  let standing: readonly Banner[] = [];
  const refresh = async (): Promise<void> => {
    const found = await listBanners(db);
    if (!areAlike(found, standing)) standing = found;
  };
  await refresh();
  const timer = setInterval(() => void refresh().catch(() => undefined), LOOK_EVERY_MS);
  timer.unref();
  return {
    current: () => {
      const now = clock.now();
      const ahead = standing.filter(({ until }) => Temporal.Instant.compare(until, now) > 0);
      if (ahead.length < standing.length) standing = ahead;
      return standing;
    },
    refresh,
    stop: () => clearInterval(timer),
  };
}

function areAlike(some: readonly Banner[], others: readonly Banner[]): boolean {
  const isLike = (one: Banner, other: Banner | undefined): boolean =>
    other !== undefined && one.academy === other.academy && one.words === other.words && one.until.equals(other.until);
  return some.length === others.length && some.every((one, index) => isLike(one, others[index]));
}
