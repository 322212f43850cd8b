import { readMoment } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import type { EventBus } from '../../platform/events.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act, JournalSubject } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { BANNER, BANNER_HOURS, type BannerRefusal } from '../incident.ts';
import { endBanner, writeBanner } from '../store.ts';

type Deps = { readonly db: Database; readonly events: EventBus };

export type BannerOrder = {
  readonly academy: string;
  readonly headId: string;
  readonly words: string;
  readonly hours: number;
  /** Of the banner that the head had under the eyes; 0: none. */
  readonly version: number;
  readonly key: string | null;
};

/** Shows a head's sentence above every page of their academy, for a time. Of two heads at once the second reads the first's. */
export function showBanner(
  { db, events }: Deps,
  act: Act,
  { academy, headId, words, hours, version, key }: BannerOrder,
): Promise<Result<number, BannerRefusal>> {
  const sent = { key, owner: headId, purpose: 'banner', content: { words, hours, version } };
  return transact<number, BannerRefusal>(db, (tx) =>
    onceAccepted<number, BannerRefusal>(tx, sent, async () => {
      if (words.length > BANNER.characters) return refuse({ code: 'too-long' });
      if (!BANNER_HOURS.some((one) => one === hours)) return refuse({ code: 'no-length' });
      const { now } = await readMoment(tx, act);
      const until = now.add({ hours }).round({ smallestUnit: 'minute', roundingMode: 'ceil' });
      const written = await writeBanner(tx, { academy, words, until }, { headId, seen: version });
      if (written === null) return refuse({ code: 'changed-meanwhile' });
      await events.publish(tx, act, 'banner.shown', subjectOf(academy), { words, until: until.toString() });
      return ok(written);
    }),
  );
}

/** Takes it away before its time, by any head of the academy. */
export function removeBanner(
  { db, events }: Deps,
  act: Act,
  { academy, headId, version, key }: Pick<BannerOrder, 'academy' | 'headId' | 'version' | 'key'>,
): Promise<Result<number, BannerRefusal>> {
  const sent = { key, owner: headId, purpose: 'banner removed', content: { version } };
  return transact<number, BannerRefusal>(db, (tx) =>
    onceAccepted<number, BannerRefusal>(tx, sent, async () => {
      const ended = await endBanner(tx, academy, version);
      if (ended === null) return refuse({ code: 'none' });
      await events.publish(tx, act, 'banner.removed', subjectOf(academy), null);
      return ok(ended);
    }),
  );
}

function subjectOf(academy: string): JournalSubject {
  return { stream: `banner:${academy}`, academy, session: null };
}
