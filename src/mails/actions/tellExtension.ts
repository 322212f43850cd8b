import { addressed } from '../../accounts/index.ts';
import { enrolmentAddresses, lockEnrolment, readEnrolmentId } from '../../enrolment/index.ts';
import { type PaperActDeps, todoOf } from '../../papers/index.ts';
import { listPieces } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Published } from '../../platform/events.ts';
import { aboutOf, post, valuesOf } from '../../post/index.ts';
import { fileMails } from '../mails.ts';

/** Dates put off after an incident, told to whoever is registered or writes an enrolment: why, what moves, what is left to do. */
export async function tellExtension(
  deps: PaperActDeps,
  tx: Tx,
  { id: eventId, act, payload: { enrolmentId, sentences, reason }, carried }: Published<'window.extended'>,
): Promise<void> {
  const id = readEnrolmentId(enrolmentId);
  const enrolment = id === null ? null : await lockEnrolment(tx, id);
  const catalogue = deps.catalogue();
  const session = enrolment === null ? undefined : catalogue.session(enrolment.session);
  if (enrolment === null || session === undefined) return;
  const { candidate } = carried;
  const path = enrolmentAddresses.hub(enrolment.id);
  const common = {
    ...addressed(candidate),
    session: session.label,
    reason,
    changes: sentences.map((sentence) => `- ${sentence}`).join('\n'),
    link: new URL(path, deps.publicUrl).href,
  };
  if (enrolment.number === null) {
    await post(
      deps,
      tx,
      { enrolment, candidate },
      { eventId },
      fileMails.extended.write({ ...common, number: null, todo: '', contact: null }),
    );
    return;
  }
  const about = aboutOf(catalogue, enrolment, candidate);
  const { now } = await readMoment(tx, act);
  const todo = await todoOf(deps, tx, about, await listPieces(tx, enrolment.id), now);
  const { contact } = valuesOf(deps, about, path);
  await post(
    deps,
    tx,
    about,
    { eventId },
    fileMails.extended.write({ ...common, number: enrolment.number, todo, contact }),
  );
}
