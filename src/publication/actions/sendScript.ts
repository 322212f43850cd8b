import { type EnrolmentId, subjectOf } from '../../enrolment/index.ts';
import { eraseFile, type KeepingRefusal, keepFile, type ReceivedFile } from '../../keptFiles/index.ts';
import { unitOfScript } from '../../marks/index.ts';
import { readMoment } from '../../platform/clock.ts';
import { transact } from '../../platform/database/transact.ts';
import type { UploadedFile } from '../../platform/http/upload.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import type { Case } from '../cases.ts';
import type { ScriptDeps } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { remedyOf } from '../remedies.ts';
import { lastDayToAsk } from '../rules/caseTime.ts';
import { shownUntil } from '../rules/scriptRight.ts';
import { SCRIPTS } from '../scripts.ts';
import { lockCase } from '../store/cases.ts';
import { findVisible } from '../store/results.ts';
import { findScript, insertScript, listScripts, markScriptErased, scriptFolder } from '../store/scripts.ts';
import { timedCases } from '../timedCases.ts';

export type ScriptOrder = {
  readonly caseId: string;
  readonly academy: string;
  readonly by: string;
  /** Which script: by its anonymous number, or the unit that it is of. */
  readonly number: string | null;
  readonly unit: string | null;
  readonly file: UploadedFile | null;
};

/** A scan of a script to whoever asked to see it, under the checks of every file. What is refused leaves nothing behind. */
export async function sendScript(
  deps: ScriptDeps,
  act: Act,
  { file, ...order }: ScriptOrder,
): Promise<Result<{ readonly fileKey: string }, KeepingRefusal<Refusal>>> {
  const { academy, by } = order;
  return keepFile(deps, { folder: scriptFolder(academy), owner: by, file }, (received) =>
    write(deps, act, order, received),
  );
}

function write(
  deps: ScriptDeps,
  act: Act,
  { caseId, academy, by, ...order }: Omit<ScriptOrder, 'file'>,
  file: ReceivedFile,
): Promise<Result<{ readonly fileKey: string }, Refusal>> {
  return transact<{ readonly fileKey: string }, Refusal>(deps.db, async (tx) => {
    if (file.type !== 'application/pdf') return refuse({ code: 'script-not-pdf' });
    const asked = await lockCase(tx, academy, caseId, 'office');
    if (asked === null || !asksToSee(deps, asked)) return refuse({ code: 'not-found' });
    if (asked.outcome === 'refused') return refuse({ code: 'script-refused' });
    const { enrolmentId } = asked;
    const visible = await findVisible(tx, enrolmentId);
    if (visible === null) return refuse({ code: 'script-unpublished' });
    if ((order.number === null) === (order.unit === null)) return refuse({ code: 'script-of-what' });
    const unit = order.number === null ? order.unit : await unitOfScript(tx, asked, enrolmentId, order.number);
    if (unit === null) return refuse({ code: 'script-of-another' });
    if (!visible.result.units.some(({ id }) => id === unit)) return refuse({ code: 'script-of-what' });
    const sent = (await listScripts(tx, enrolmentId)).filter((one) => one.caseId === caseId);
    if (sent.length >= SCRIPTS.each) return refuse({ code: 'too-many-scripts' });
    const { now } = await readMoment(tx, act);
    const [timed] = await timedCases(deps, tx, [asked], now);
    const remedy = remedyOf(examOf(deps, asked), asked.kind);
    const until = timed === undefined ? null : lastDayToAsk(remedy, parisDay(visible.announcedAt), timed.time.where);
    const scriptId = await insertScript(tx, asked, file, {
      unit,
      until: shownUntil(until?.last ?? null, parisDay(now)),
      scan: deps.scans ? 'waiting' : null,
      by,
    });
    if (deps.scans) await deps.jobs.enqueue(tx, 'script.scan', { scriptId });
    await deps.events.publish(tx, act, 'script.sent', subjectOf({ ...asked, id: enrolmentId }), {
      enrolmentId,
      scriptId,
      unit,
    });
    return ok({ fileKey: file.fileKey });
  });
}

/** Is it to see scripts that they ask? */
export function asksToSee(deps: Pick<ScriptDeps, 'catalogue'>, asked: Pick<Case, 'session' | 'kind'>): boolean {
  return remedyOf(examOf(deps, asked), asked.kind).nature === 'documents';
}

function examOf({ catalogue }: Pick<ScriptDeps, 'catalogue'>, { session }: Pick<Case, 'session'>) {
  return catalogue().exam(catalogue().session(session)?.exam ?? '');
}

/** Sent by mistake: its bytes go at once, and nobody is shown it any more. */
export async function withdrawScript(
  deps: ScriptDeps,
  act: Act,
  order: { readonly enrolmentId: EnrolmentId; readonly academy: string; readonly scriptId: string },
): Promise<Result<null, Refusal>> {
  const script = await findScript(deps.db, order.enrolmentId, order.scriptId);
  if (script === null || script.academy !== order.academy) return refuse({ code: 'not-found' });
  await eraseFile(deps, script.fileKey, async (tx) => {
    if (!(await markScriptErased(tx, script.id, true))) return false;
    const { enrolmentId, unit } = script;
    const of = subjectOf({ ...script, id: enrolmentId });
    await deps.events.publish(tx, act, 'script.withdrawn', of, { enrolmentId, scriptId: script.id, unit });
    return true;
  });
  return ok(null);
}
