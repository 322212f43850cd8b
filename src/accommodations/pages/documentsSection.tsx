import type { JSX } from 'preact';
import { fileField } from '../../pieces/index.ts';
import {
  Button,
  DangerLink,
  FileInput,
  Form,
  FormField,
  fileSize,
  type Row,
  RowList,
  Section,
  shortInstant,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { labelOf } from '../checklist.ts';
import { type HealthDocument, MOST } from '../request.ts';
import { mayGive, mayTakeBack } from '../rules/acts.ts';
import { texts } from '../texts.ts';
import { kindField } from './requestFields.ts';
import type { RequestView } from './requestView.ts';

const say = texts.documents;

/** The documents that count, and the form that adds one. */
export function DocumentsSection(view: RequestView): JSX.Element {
  const { documents, request, running, enrolment, checklist } = view;
  return (
    <Section title={say.title} id="documents">
      {documents.length === 0 ? (
        <p class="muted">{say.empty}</p>
      ) : (
        <RowList rows={documents.map((document) => rowOf(view, document))} />
      )}
      {running && mayGive(request) && (
        <Form
          action={addresses.documents(enrolment.id)}
          multipart
          csrf={view.csrf}
          idempotencyKey={view.keys.document}
          state={view.states.document}
          prefix="document"
          label={say.add}
        >
          <FormField field={kindField(checklist.documents)} />
          <FileInput field={{ ...fileField, label: say.file }} />
          <p class="muted">{say.budget(MOST.documents)}</p>
          <Button kind="secondary">{say.submit}</Button>
        </Form>
      )}
    </Section>
  );
}

function rowOf({ checklist, enrolment, request, running }: RequestView, document: HealthDocument): Row {
  const { id, name, kind, size, finishedAt, receipt, kept } = document;
  const opens = kept.scan !== 'infected' && kept.erasedAt === null;
  return {
    key: `document-${id}`,
    title: name,
    ...(opens ? { href: addresses.document(enrolment.id, id) } : {}),
    lines: [
      say.line(labelOf(checklist.documents, kind), fileSize(size), shortInstant(finishedAt)),
      say.receipt(receipt),
      ...(kept.scan === 'infected' ? [say.infected] : []),
    ],
    ...(running && request !== null && mayTakeBack(request)
      ? {
          actions: (
            <DangerLink href={addresses.removal(enrolment.id, id)} about={name}>
              {say.remove}
            </DangerLink>
          ),
        }
      : {}),
  };
}
