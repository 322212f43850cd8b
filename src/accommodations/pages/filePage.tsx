import type { JSX } from 'preact';
import { personName } from '../../accounts/index.ts';
import type { Accommodations } from '../../catalogue/index.ts';
import { type CannotOpen, waitsToBeRead } from '../../keptFiles/index.ts';
import { Alert, DocumentFrame, EmptyState, fileSize, Page, PageTitle, Section, SplitView } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { labelOf } from '../checklist.ts';
import type { HealthDocument } from '../request.ts';
import { serviceTexts } from '../serviceTexts.ts';
import { AskForm, DoctorForms, PaperForm } from './actForms.tsx';
import { DecideForm } from './decideForm.tsx';
import type { FileView } from './fileView.ts';
import { saidLines, specialityOf } from './listPage.tsx';
import { RequestFacts } from './requestFacts.tsx';

const say = serviceTexts.file;

/** One candidate for the service: the documents at the left, the request and its acts at the right. */
export function FilePage(view: FileView): JSX.Element {
  const { file, state } = view;
  const name = personName(file);
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      layout="desk"
      title={name}
      faults={state.faults}
      form={view.form}
      scripts={['review.js']}
    >
      <SplitView
        bar={<a href={addresses.list()}>{say.back}</a>}
        documentLabel={say.documents}
        document={<Documents {...view} />}
        decisionLabel={say.decision}
        decision={
          <>
            <PageTitle kicker={serviceTexts.about(file.number, specialityOf(view.catalogue, file))}>{name}</PageTitle>
            <p>
              <a href={`mailto:${file.address}`}>{file.address}</a>
            </p>
            <RequestFacts {...view} />
            <Due {...view} />
            <Declared {...view} />
            {waitsToBeRead(view.documents) && <Alert tone="info">{serviceTexts.afterReading}</Alert>}
            <DecideForm {...view} />
            <AskForm {...view} />
            <DoctorForms {...view} />
            <PaperForm {...view} />
          </>
        }
      />
    </Page>
  );
}

function Documents(view: FileView): JSX.Element {
  const { checklist, unreadable } = view;
  return (
    <>
      {unreadable.length > 0 && (
        <Alert tone="info">
          {unreadable.map(({ id, kind, name, finishedAt }) => (
            <p key={id}>{say.unreadable(labelOf(checklist.documents, kind), name, finishedAt)}</p>
          ))}
        </Alert>
      )}
      <Given {...view} />
    </>
  );
}

/** Those that count, and the one that is shown. */
function Given({ file, documents, shown, shut, checklist }: FileView): JSX.Element {
  if (shown === null) return <EmptyState title={say.noDocument} />;
  const kind = labelOf(checklist.documents, shown.kind);
  return (
    <>
      {documents.length > 1 && (
        <nav aria-label={say.documents}>
          <ul>
            {documents.map((one) => (
              <li key={one.id}>
                {one.id === shown.id ? (
                  <strong aria-current="true">{lineOf(checklist, one)}</strong>
                ) : (
                  <a href={addresses.shown(file.enrolmentId, one.id)}>{lineOf(checklist, one)}</a>
                )}
              </li>
            ))}
          </ul>
        </nav>
      )}
      {shut === null ? (
        <DocumentFrame
          document={addresses.served(file.enrolmentId, shown.id)}
          firstPage={addresses.servedPage(file.enrolmentId, shown.id, 1)}
          label={say.documentOf(kind, shown.name)}
        />
      ) : (
        <Alert tone={shut.code === 'infected' ? 'danger' : 'info'} title={shown.name}>
          {shutInWords(shut)}
        </Alert>
      )}
    </>
  );
}

export function shutInWords({ code }: CannotOpen): string {
  return { 'being-read': say.unread, 'being-scanned': say.being, infected: say.infected, erased: say.erased }[code];
}

function lineOf({ documents }: Accommodations, { kind, name, size, finishedAt, kept }: HealthDocument): string {
  const line = say.documentLine(labelOf(documents, kind), name, fileSize(size), finishedAt);
  return kept.unread === true ? `${line}, ${serviceTexts.beingRead}` : line;
}

/** What is due of them, as they read it. */
function Due({ due }: FileView): JSX.Element | null {
  if (due.length === 0) return null;
  return (
    <Section title={say.due}>
      <ul>
        {due.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}

/** What was ticked at the enrolment, and the document of the waiver. */
function Declared({ file, waiver }: FileView): JSX.Element {
  return (
    <Section title={say.declared}>
      <ul>
        <li>{file.ticked ? say.ticked : say.notTicked}</li>
        {saidLines(file).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {file.disabledWorker && <li>{say.disabledWorker}</li>}
        {(file.disabledWorker || waiver !== null) && <li>{waiver === null ? say.waiver.none : say.waiver.given}</li>}
      </ul>
      {waiver !== null && (
        <p>
          <a href={addresses.waiver(waiver)}>{say.seeWaiver}</a>
        </p>
      )}
    </Section>
  );
}
