import type { JSX } from 'preact';
import { ClaimForm, checkingAddresses, WhoHasNotice } from '../../../checking/index.ts';
import { exportTexts } from '../../../exports/index.ts';
import { changeoverTexts, DoubleNotice, Notes, personAddresses } from '../../../persons/index.ts';
import { deskAddresses } from '../../../scope/index.ts';
import { BackLink, Columns, Page, PageTitle, RowList, Section, Timeline, wholeFault } from '../../../ui/index.ts';
import { fileTexts as say } from '../fileTexts.ts';
import { Contact } from './fileContact.tsx';
import { Letters, Messages, Papers, Registered, Versions } from './fileRecord.tsx';
import { State, StatePill } from './fileState.tsx';
import type { FileView } from './fileView.ts';

/** Of what happened, before the rest is asked for. */
const LAST_ENTRIES = 12;

/** One file whole: where it stands, whom to call, its pieces, what was declared, what happened. */
export function FilePage(view: FileView): JSX.Element {
  const { enrolment } = view.at;
  const number = enrolment.number ?? '';
  const formerly = view.formerNumber === null ? [] : [changeoverTexts.known(view.formerNumber)];
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      layout="wide"
      title={`${number}, ${view.name}`}
      faults={wholeFault(view.fault)}
    >
      <BackLink href={deskAddresses.files()}>{say.back}</BackLink>
      <PageTitle
        kicker={[number, say.version(enrolment.version), ...formerly].join(' · ')}
        aside={<StatePill view={view} />}
        lead={view.speciality}
      >
        {view.name}
      </PageTitle>
      <WhoHasNotice who={view.who} />
      <DoubleNotice doubles={view.doubles} />
      <ClaimForm who={view.who} action={checkingAddresses.claimFile(enrolment.id)} csrf={view.csrf} />
      <Columns>
        <State view={view} />
        <Contact view={view} />
      </Columns>
      <Notes notes={view.notes} write={personAddresses.notes(enrolment.id)} />
      <Section title={say.pieces} id="pieces">
        <RowList rows={view.pieces} />
        {view.archive !== null && (
          <p>
            <a href={view.archive.href} download>
              {exportTexts.zip.link}
            </a>
            {view.archive.unread > 0 && <span class="muted"> {exportTexts.zip.unread(view.archive.unread)}</span>}
          </p>
        )}
      </Section>
      <Papers enrolmentId={enrolment.id} papers={view.papers} staff={view.at.staff} />
      {view.letters.length > 0 && <Letters enrolmentId={enrolment.id} letters={view.letters} />}
      <Messages enrolmentId={enrolment.id} thread={view.thread} />
      <Registered view={view} />
      <Versions versions={view.versions} />
      <Section title={say.timeline} id="journal">
        <Timeline entries={view.timeline} shown={LAST_ENTRIES} />
        {view.timelineCut && <p class="muted">{say.timelineCut(view.timeline.length)}</p>}
        {view.journal !== null && (
          <p>
            <a href={view.journal}>{say.wholeJournal}</a>
          </p>
        )}
      </Section>
    </Page>
  );
}
