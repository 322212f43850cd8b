import type { JSX } from 'preact';
import { keptFileTexts, waitsToBeRead, whyUnreadable } from '../../keptFiles/index.ts';
import { fileField } from '../../pieces/index.ts';
import {
  Alert,
  Button,
  ButtonLink,
  DangerLink,
  FileInput,
  Form,
  FormField,
  fileSize,
  type Row,
  RowList,
  Section,
  shortInstant,
  untilInWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { labelOf } from '../checklist.ts';
import { type HealthDocument, MOST } from '../request.ts';
import { isAsked, mayGive, mayTakeBack } from '../rules/requestActs.ts';
import { texts } from '../texts.ts';
import { kindField } from './requestFields.ts';
import type { RequestView } from './requestView.ts';

const say = texts.documents;

/** The documents that count, and the form that adds one. */
export function DocumentsSection(view: RequestView): JSX.Element {
  const { documents, unreadable, request, running, enrolment, checklist } = view;
  const gives = running && mayGive(request);
  return (
    <Section title={say.title} id="documents">
      {unreadable.map(({ id, name, receipt, refusal }) => (
        <Alert key={id} tone="warn" title={keptFileTexts.unreadable(name, receipt)}>
          {refusal !== null && <p>{whyUnreadable(refusal, gives)}</p>}
          {gives && <p>{say.giveAnother(untilOf(view))}</p>}
        </Alert>
      ))}
      {documents.length === 0 ? (
        <p class="muted">{say.empty}</p>
      ) : (
        <RowList rows={documents.map((document) => rowOf(view, document))} />
      )}
      {waitsToBeRead(documents) && (
        <>
          <p>{keptFileTexts.reading.text}</p>
          <p>{keptFileTexts.reading.ifNot(false)}</p>
          <p>
            <ButtonLink kind="secondary" href={addresses.request(enrolment.id)}>
              {keptFileTexts.reading.go}
            </ButtonLink>
          </p>
        </>
      )}
      {gives && (
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

/** What the service asks for has its day; nothing else ends before the decision. */
function untilOf({ demand, request, now }: RequestView): string | null {
  const asks = isAsked(request) && demand !== null && Temporal.Instant.compare(now, demand.until) < 0;
  return asks ? untilInWords(demand.until) : null;
}

function rowOf({ checklist, enrolment, request, running }: RequestView, document: HealthDocument): Row {
  const { id, name, kind, size, finishedAt, receipt, kept } = document;
  const waits = kept.unread === true;
  const opens = !waits && kept.scan !== 'infected' && kept.erasedAt === null;
  const label = labelOf(checklist.documents, kind);
  return {
    key: `document-${id}`,
    title: name,
    ...(opens ? { href: addresses.document(enrolment.id, id) } : {}),
    lines: [
      waits
        ? say.waiting(label, fileSize(size), finishedAt)
        : say.line(label, fileSize(size), shortInstant(finishedAt)),
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
