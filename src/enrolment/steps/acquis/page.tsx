import type { JSX } from 'preact';
import { unitsAreKnown } from '../../../catalogue/index.ts';
import { slotsOf } from '../../rules/slots.ts';
import { textIn } from '../reading.ts';
import { creditRules } from './creditFields.ts';
import { InWordsPage } from './inWordsPage.tsx';
import { QuestionPage } from './questionPage.tsx';
import { pageFields } from './readTranscript.ts';
import type { AcquisRequest } from './request.ts';
import { texts as say } from './texts.ts';
import { transcriptFields } from './transcript.ts';
import { TranscriptPage } from './transcriptPage.tsx';

/** Step 4: one question; for whoever has marks the transcript, filled as it was printed. */
export function AcquisPage(request: AcquisRequest): JSX.Element {
  const { dossier, needed } = request;
  const { unkeptMarksAreLost } = dossier.session.switches;
  const warning = unkeptMarksAreLost ? say.warning(dossier.exam.credits) : null;
  if (!unitsAreKnown(needed.qualification.regulation)) return <InWordsPage view={request.view} warning={warning} />;
  return isTranscript(request) ? (
    <TranscriptPage {...request} warning={warning} />
  ) : (
    <QuestionPage {...request} warning={warning} />
  );
}

/** « Oui », or something to show in it: marks that were typed or that the register holds, a ground. */
function isTranscript({ view, visit, dossier, needed: { informations, qualification }, held }: AcquisRequest): boolean {
  const has = transcriptFields.has.name;
  const answered = textIn(visit.method === 'POST' ? visit.body : visit.query, has);
  if (answered !== '') return answered === 'oui';
  const rules = creditRules(dossier, informations, qualification);
  const shown = pageFields(slotsOf(qualification.regulation), rules).filter(({ name }) => !name.startsWith('choice-'));
  return held.length > 0 || shown.some(({ name }) => textIn(view.state.typed, name) !== '');
}
