import type { JSX } from 'preact';
import { Actions, Button, Form, FormField, formOf, Section } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Request } from '../request.ts';
import { texts } from '../texts.ts';
import { lateFields, measuresField, wordsField } from './requestFields.ts';
import type { RequestView } from './requestView.ts';

const say = texts.form;

/** What is asked, to be kept or sent. */
export function RequestForm(view: RequestView): JSX.Element {
  const { checklist, request, late, today, states } = view;
  const measures = measuresField(checklist.measures, true);
  const words = wordsField(checklist.measures.length === 0);
  const of = lateFields(true, today);
  const touched = states.request.faults.length > 0 || Object.keys(states.request.typed).length > 0;
  return (
    <Section title={say.title} id="demande">
      <Form
        action={addresses.request(view.enrolment.id)}
        csrf={view.csrf}
        idempotencyKey={view.keys.request}
        {...(request === null ? {} : { version: request.rowVersion })}
        state={touched ? states.request : filled(view, request)}
        prefix="request"
        label={say.title}
      >
        {checklist.measures.length > 0 && <FormField field={measures} />}
        <FormField field={words} />
        {late && (
          <>
            <FormField field={of.revealed} />
            <FormField field={of.revealedOn} />
            <FormField field={of.lateWords} />
          </>
        )}
        <p class="muted">{say.sendNote}</p>
        <Actions>
          <Button name="acte" value="envoyer">
            {say.send}
          </Button>
          <Button kind="secondary" name="acte" value="enregistrer">
            {say.save}
          </Button>
        </Actions>
      </Form>
    </Section>
  );
}

function filled({ checklist, today }: RequestView, request: Request | null) {
  const of = lateFields(false, today);
  const fields = [
    measuresField(checklist.measures, false),
    wordsField(false),
    of.revealed,
    of.revealedOn,
    of.lateWords,
  ] as const;
  if (request === null) return formOf(fields, {});
  const { late } = request;
  return formOf(fields, {
    measures: request.measures,
    words: request.words === '' ? null : request.words,
    revealed: late === null ? null : late.revealedOn !== null,
    revealedOn: late?.revealedOn ?? null,
    lateWords: late === null || late.words === '' ? null : late.words,
  });
}
