import { annulmentWorks, invitationWorks } from '../../closing/index.ts';
import { exportWorks } from '../../exports/index.ts';
import { WORKS_SHOWN, type Work, type WorkSource } from '../../lots/index.ts';
import { lotWorks } from '../../messages/index.ts';
import { editionWorks } from '../../papers/index.ts';
import { importWorks } from '../../persons/index.ts';
import { type AtDesk, type Duty, lineFor } from '../../scope/index.ts';
import { addresses } from '../addresses.ts';
import type { OfficeDeps } from '../deps.ts';
import { worksTexts as say } from './worksTexts.ts';

/** Every kind of long work: a room adds its own here. */
const SOURCES: readonly WorkSource<OfficeDeps>[] = [
  exportWorks,
  editionWorks,
  lotWorks,
  importWorks,
  annulmentWorks,
  invitationWorks,
];

/** The last asked for first. */
export async function readWorks(
  deps: OfficeDeps,
  { staff: { academy, accountId } }: Pick<AtDesk, 'staff'>,
  within = WORKS_SHOWN,
): Promise<readonly Work[]> {
  const since = deps.clock.now().subtract(within);
  const found = await Promise.all(SOURCES.map((source) => source(deps, { academy, accountId, since })));
  return found.flat().toSorted((a, b) => Temporal.Instant.compare(b.orderedAt, a.orderedAt));
}

/** On the first page of who asked: what goes on, and what ended within the day. */
export const works: Duty<OfficeDeps> = {
  readers: ['officer', 'head'],
  read: async (deps, at) => {
    const found = await readWorks(deps, at, Temporal.Duration.from({ hours: 24 }));
    const running = found.filter(({ state }) => state === 'running').length;
    return lineFor(found.length, (count) => ({
      words: say.waiting(running, count - running),
      see: say.see,
      href: addresses.works,
    }));
  },
};
