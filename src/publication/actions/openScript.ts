import { personName, type SignedInCandidate } from '../../accounts/index.ts';
import { type Enrolment, subjectOf } from '../../enrolment/index.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import type { ScriptDeps } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { standingOf } from '../rules/scriptRight.ts';
import { SCRIPTS } from '../scripts.ts';
import { scriptTexts } from '../scriptTexts.ts';
import { findVisible } from '../store/results.ts';
import { findScript } from '../store/scripts.ts';

/** A script to its candidate, with their name, number and the day on each page; the journal has it before it leaves. */
export async function openScript(
  deps: ScriptDeps,
  act: Act,
  { candidate }: SignedInCandidate,
  enrolment: Enrolment,
  asked: string | undefined,
): Promise<Result<{ readonly content: Buffer; readonly unit: string }, Refusal>> {
  const now = deps.clock.now();
  const script = await findScript(deps.db, enrolment.id, asked);
  if (script === null) return refuse({ code: 'not-found' });
  const { unit, fileKey, until } = script;
  const standing = standingOf(script, parisDay(now));
  if (standing === 'over') return refuse({ code: 'script-over', over: until });
  if ((await findVisible(deps.db, enrolment.id)) === null) return refuse({ code: 'not-found' });
  if (standing !== 'shown') return refuse({ code: `script-${standing}` });
  const stamp = scriptTexts.stamp(personName(candidate), enrolment.number ?? '', now);
  const made = await deps.inspector.join({
    owner: candidate.accountId,
    limits: { bytes: SCRIPTS.shownBytes, pages: SCRIPTS.pages, pixels: 0 },
    read: async () => [{ bytes: await deps.files.read(fileKey), turns: 0, stamp }],
  });
  if ('fault' in made) return refuse({ code: made.fault === 'busy' ? 'script-busy' : 'script-lost' });
  const { id: enrolmentId } = enrolment;
  await deps.db
    .transaction()
    .execute((tx) =>
      deps.events.publish(tx, act, 'script.read', subjectOf(enrolment), { enrolmentId, scriptId: script.id, unit }),
    );
  return ok({ content: Buffer.from(made.content), unit });
}
