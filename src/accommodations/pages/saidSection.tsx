import type { JSX } from 'preact';
import { ActionForm, Alert, Button, Details, Form, FormField, numericDay } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { texts } from '../texts.ts';
import { saidFields } from './requestFields.ts';
import type { RequestView } from './requestView.ts';

const say = texts.said;

/** Where who doesn't make their request here says so: nobody reminds them of it any more. */
export function SaidSection({ said, today, enrolment, csrf, states }: RequestView): JSX.Element {
  if (said !== null)
    return (
      <Alert tone="info">
        <p>
          {said.what === 'given-up'
            ? say.stands['given-up']
            : say.stands['sent-elsewhere'](said.sentOn === null ? '' : numericDay(said.sentOn))}
        </p>
        <ActionForm action={addresses.said(enrolment.id)} csrf={csrf} hidden={{ acte: 'reprendre' }}>
          <Button kind="secondary">{say.resume}</Button>
        </ActionForm>
      </Alert>
    );
  const [what, sentOn] = saidFields(today);
  return (
    <Details summary={say.title} open={states.said.faults.length > 0}>
      <p>{say.text}</p>
      <Form action={addresses.said(enrolment.id)} csrf={csrf} state={states.said} prefix="said" label={say.title}>
        <FormField field={what} />
        <FormField field={sentOn} />
        <Button kind="secondary">{say.submit}</Button>
      </Form>
    </Details>
  );
}
