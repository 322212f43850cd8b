import type { JSX } from 'preact';
import { Alert, Button, ButtonLink, Details, SummaryList } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { StepPage } from '../../pages/stepPage.tsx';
import { slotsOf } from '../../rules/slots.ts';
import { slotTitle } from '../../texts/units.ts';
import { creditRules } from './creditFields.ts';
import { explanations } from './explanations.ts';
import { texts as told } from './inWordsTexts.ts';
import type { AcquisRequest } from './request.ts';
import { losses } from './rows.tsx';
import { texts as say } from './texts.ts';
import { transcriptFields } from './transcript.ts';

/** « Avez-vous des notes à garder ? » No is one press, and all is sat; whoever said that they sat before is first led to their marks. */
export function QuestionPage(request: AcquisRequest & { readonly warning: string | null }): JSX.Element {
  const { view, dossier, needed, warning } = request;
  const { informations, qualification } = needed;
  const rules = creditRules(dossier, informations, qualification);
  const lost = losses(request, rules);
  const losing = slotsOf(qualification.regulation).flatMap((slot) => {
    const said = lost.get(slot.id)?.sit ?? null;
    return said === null ? [] : [{ slot, said }];
  });
  const { has } = transcriptFields;
  const satBefore = informations.formerYear != null;
  const sitsAll = (kind: 'primary' | 'secondary'): JSX.Element => (
    <Button name={has.name} value="non" kind={kind}>
      {say.hasNone}
    </Button>
  );
  const keeps = (kind: 'primary' | 'secondary'): JSX.Element => (
    <ButtonLink kind={kind} href={`${view.pen.addresses.step(view.enrolment.id, 'acquis')}?${yes}`}>
      {say.hasMarks}
    </ButtonLink>
  );
  const { keptInWords } = view.state.typed;
  const yes = new URLSearchParams({ [has.name]: 'oui', ...(view.changing ? { changer: '1' } : {}) });
  return (
    <StepPage
      view={view}
      intro={
        <>
          <p>{say.questionIntro}</p>
          {warning !== null && <Alert tone="warn">{warning}</Alert>}
          {keptInWords !== undefined && (
            <Alert tone="info" title={told.written}>
              {keptInWords}
            </Alert>
          )}
          {losing.length > 0 && (
            <Alert tone="warn">
              <ul>
                {losing.map(({ slot, said }) => (
                  <li key={slot.id}>{`${slotTitle(slot)}. ${said}`}</li>
                ))}
              </ul>
            </Alert>
          )}
          <Details summary={say.means}>
            <SummaryList rows={explanations(rules)} />
          </Details>
          {view.pen.by === 'candidate' && (
            <p>
              {say.formerResults} <a href={addresses.formerResults(view.enrolment.id)}>{say.formerResultsLink}</a>
            </p>
          )}
          {dossier.answers.acquis !== undefined && keptInWords === undefined && <p>{say.noneSaved}</p>}
        </>
      }
      next={
        satBefore ? (
          <>
            {keeps('primary')}
            {sitsAll('secondary')}
          </>
        ) : (
          <>
            {sitsAll('primary')}
            {keeps('secondary')}
          </>
        )
      }
    />
  );
}
