import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { atVersion } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import type { Json } from '../../platform/keys.ts';
import { type Result, refuse } from '../../platform/result.ts';
import { whyNotDeciding } from '../deliberation.ts';
import type { JuryActDeps } from '../deps.ts';
import { JURY_LIFE, type Jury, type JuryAct } from '../jury.ts';
import type { Refusal } from '../refusals.ts';
import { lockJury } from '../store/juries.ts';

/** What somebody was looking at. */
export type JuryOrder = {
  readonly id: string;
  readonly academy: string;
  readonly by: string;
  /** Of the page; null: the act tells by itself whether it was. */
  readonly rowVersion: number | null;
};

/** One act on one jury of their academy, unchanged since their page, in a state that lets it: others wait for it. It decides of a candidate only while it sits, with enough of it there. */
export function onJury<T extends Json>(
  { db, catalogue }: Pick<JuryActDeps, 'db' | 'catalogue'>,
  act: Act,
  { id, academy, rowVersion }: Omit<JuryOrder, 'by'>,
  doing: JuryAct,
  work: (tx: Tx, jury: Jury) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return transact<T, Refusal>(db, async (tx) => {
    const jury = await lockJury(tx, academy, id);
    if (jury === null) return refuse({ code: 'not-found' });
    const code = JURY_LIFE.whyNot(doing, jury.state);
    const done = async (): Promise<Result<T, Refusal>> => {
      if (code !== null) return refuse({ code });
      const why = doing === 'deliberate' ? await whyNotDeciding(tx, catalogue(), jury) : null;
      return why === null ? work(tx, jury) : refuse(why);
    };
    if (rowVersion === null) return done();
    const versions = { now: jury.rowVersion, seen: rowVersion };
    return atVersion<T, Refusal>(tx, act, versions, { code: 'changed-meanwhile' }, done);
  });
}
