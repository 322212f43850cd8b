import type { JSX } from 'preact';
import { Alert, Button, Form, FormField, Section, untilInWords } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { isAsked } from '../rules/requestActs.ts';
import { texts } from '../texts.ts';
import { answerField } from './requestFields.ts';
import type { RequestView } from './requestView.ts';

const say = texts.asked;

/** What the service asked for, until when, and the answer. */
export function DemandSection(
  view: Pick<RequestView, 'request' | 'demand' | 'enrolment' | 'csrf' | 'states'>,
): JSX.Element | null {
  const { request, demand, enrolment } = view;
  if (!isAsked(request) || demand === null) return null;
  return (
    <Section title={say.title}>
      <Alert tone="warn" title={say.until(untilInWords(demand.until))}>
        {demand.words}
      </Alert>
      <Form
        action={addresses.answer(enrolment.id)}
        csrf={view.csrf}
        state={view.states.answer}
        prefix="answer"
        label={texts.answer.submit}
      >
        <FormField field={answerField} />
        <Button>{texts.answer.submit}</Button>
      </Form>
    </Section>
  );
}
