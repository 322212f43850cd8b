import { addressed, hasMailbox } from '../../accounts/index.ts';
import { enrolmentAddresses, lockEnrolment, readEnrolmentId } from '../../enrolment/index.ts';
import type { PaperActDeps } from '../../papers/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Published } from '../../platform/events.ts';
import { aboutOf, post, valuesOf } from '../../post/index.ts';
import { fileMails } from '../mails.ts';
import { mailTexts } from '../texts.ts';

const say = mailTexts;

/** What published rules change for an enrolment, told to its candidate: registered or still being written. */
export async function tellNewRules(
  deps: PaperActDeps,
  tx: Tx,
  { id: eventId, payload: { enrolmentId, sentences, applied, health }, carried }: Published<'rules.changed'>,
): Promise<void> {
  // With the list of the new rules, it may have been validated since.
  const id = readEnrolmentId(enrolmentId);
  const enrolment = id === null ? null : await lockEnrolment(tx, id);
  if (enrolment === null) return;
  const { candidate } = carried;
  // What is offered for one's health is read on their page alone, and is all that there is to tell.
  if (sentences.length === 0 && !hasMailbox(candidate)) return;
  const catalogue = deps.catalogue();
  const said = [...sentences, ...(health === true ? [say.newRulesOffered] : [])];
  const changes = said.map((sentence) => `- ${sentence}`).join('\n');
  const path = enrolmentAddresses.hub(enrolment.id);
  if (enrolment.number !== null) {
    const about = aboutOf(catalogue, enrolment, candidate);
    const remedy = !applied
      ? say.newRulesLater
      : enrolment.status === 'validated'
        ? say.newRulesValidated
        : say.newRulesApplied;
    const values = { ...valuesOf(deps, about, path), changes, remedy };
    await post(deps, tx, about, { eventId }, fileMails.rulesChanged.write(catalogue, values));
    return;
  }
  const session = catalogue.session(enrolment.session);
  const exam = session === undefined ? undefined : catalogue.exam(session.exam);
  if (session === undefined || exam === undefined) return;
  const values = {
    ...addressed(candidate),
    exam: exam.noun,
    session: session.label,
    link: new URL(path, deps.publicUrl).href,
    changes,
  };
  await post(deps, tx, { enrolment, candidate }, { eventId }, fileMails.rulesOfDraft.write(catalogue, values));
}
