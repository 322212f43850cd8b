import type { JSX } from 'preact';
import { waitsToBeRead } from '../../keptFiles/index.ts';
import { ActionForm, AsWritten, Button, Details, emptyForm, Form, FormField, formOf, Section } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { REQUEST_LIFE } from '../request.ts';
import { mayUnrecord } from '../rules/requestActs.ts';
import { serviceTexts } from '../serviceTexts.ts';
import type { FileView } from './fileView.ts';
import { adviceDayField, askFields, measuresToDecide, opinionField, receivedOnField } from './serviceFields.ts';

const { ask, doctor, paper } = serviceTexts;

/** *Demander un complément*. */
export function AskForm(view: FileView): JSX.Element | null {
  const { request, file, today, askUntil, form } = view;
  if (request === null || !REQUEST_LIFE.may('ask', request.state)) return null;
  if (waitsToBeRead(view.documents) && form !== 'demande') return null;
  const fields = askFields(today);
  const [words, until] = fields;
  return (
    <Details summary={ask.title} open={form === 'demande'}>
      <p>{ask.text}</p>
      <Form
        action={addresses.act(file.enrolmentId, 'demande')}
        csrf={view.csrf}
        version={request.rowVersion}
        state={form === 'demande' ? view.state : formOf(fields, { until: askUntil })}
        prefix="demande"
        label={ask.title}
      >
        <FormField field={words} />
        <FormField field={until} />
        <AsWritten />
        <Button>{ask.submit}</Button>
      </Form>
    </Details>
  );
}

/** The doctor: the request left for them; what they advised. */
export function DoctorForms(view: FileView): JSX.Element | null {
  const { request, file, today, checklist, form } = view;
  if (request === null || !REQUEST_LIFE.may('advise', request.state)) return null;
  if (waitsToBeRead(view.documents) && form !== 'avis') return null;
  return (
    <Details summary={doctor.title} open={form === 'avis'}>
      <p>{doctor.text}</p>
      {REQUEST_LIFE.may('send-to-doctor', request.state) && (
        <ActionForm action={addresses.act(file.enrolmentId, 'medecin')} csrf={view.csrf} version={request.rowVersion}>
          <Button kind="secondary">{doctor.send}</Button>
        </ActionForm>
      )}
      <Form
        action={addresses.act(file.enrolmentId, 'avis')}
        csrf={view.csrf}
        version={request.rowVersion}
        state={form === 'avis' ? view.state : emptyForm}
        prefix="avis"
        label={doctor.title}
      >
        <FormField field={adviceDayField(today)} />
        {measuresToDecide(checklist, request.measures).map((measure) => (
          <FormField key={measure.code} field={opinionField(measure)} />
        ))}
        <Button>{doctor.record}</Button>
      </Form>
    </Details>
  );
}

/** A request on paper is put on record, and may be said not to have come. */
export function PaperForm(view: FileView): JSX.Element | null {
  const { request, file, today, form } = view;
  if (request !== null && !mayUnrecord(request)) return null;
  const field = receivedOnField(today);
  const received = request?.receivedOn ?? null;
  const filled = received === null ? emptyForm : formOf([field], { receivedOn: received });
  return (
    <Section title={paper.title}>
      {request === null && <p>{paper.none}</p>}
      <Form
        action={addresses.file(file.enrolmentId)}
        csrf={view.csrf}
        state={form === 'papier' ? view.state : filled}
        prefix="papier"
        label={paper.title}
        submit={paper.record}
      >
        <FormField field={field} />
      </Form>
      {request !== null && (
        <Form action={addresses.file(file.enrolmentId)} csrf={view.csrf}>
          <Button kind="secondary" name="retirer" value="1">
            {paper.takeBack}
          </Button>
        </Form>
      )}
    </Section>
  );
}
