import type { JSX } from 'preact';
import { ClaimForm, checkingAddresses, WhoHasNotice } from '../../../checking/index.ts';
import { changeoverTexts, DoubleNotice, Notes, personAddresses } from '../../../persons/index.ts';
import { deskAddresses } from '../../../scope/index.ts';
import { BackLink, Columns, Page, PageTitle, Section, Timeline, wholeFault } from '../../../ui/index.ts';
import { fileTexts as say } from '../fileTexts.ts';
import { Contact } from './fileContact.tsx';
import { Pieces } from './filePieces.tsx';
import { Letters, Messages, Papers, Registered, Versions } from './fileRecord.tsx';
import { State, StatePill } from './fileState.tsx';
import type { FileView } from './fileView.ts';

/** Of what happened, before the rest is asked for. */
const LAST_ENTRIES = 10;
/** Of what was said on the telephone or at the counter. */
const LAST_NOTES = 3;

/** One file whole, on two screens: where it stands and whom to call; its pieces and papers, a line each; beside them what people said and did. */
export function FilePage(view: FileView): JSX.Element {
  const { enrolment } = view.at;
  const number = enrolment.number ?? '';
  const formerly = view.formerNumber === null ? [] : [changeoverTexts.known(view.formerNumber)];
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      layout="wide"
      sheets={['file']}
      title={`${number}, ${view.name}`}
      faults={wholeFault(view.fault)}
    >
      <BackLink href={deskAddresses.files()}>{say.back}</BackLink>
      <div class="heading">
        <PageTitle
          kicker={[number, say.version(enrolment.version), ...formerly].join(' · ')}
          aside={<StatePill view={view} />}
          lead={view.speciality}
        >
          {view.name}
        </PageTitle>
        <ClaimForm who={view.who} action={checkingAddresses.claimFile(enrolment.id)} csrf={view.csrf} />
      </div>
      <WhoHasNotice who={view.who} />
      <DoubleNotice doubles={view.doubles} />
      <Columns>
        <State view={view} />
        <Contact view={view} />
        <div>
          <Messages enrolmentId={enrolment.id} thread={view.thread} closed={view.at.candidate.closedAt !== null} />
          <Notes notes={view.notes} write={personAddresses.notes(enrolment.id)} shown={LAST_NOTES} />
        </div>
      </Columns>
      <div class="beside file">
        <div class="pane">
          <Pieces pieces={view.pieces} archive={view.archive} />
          <Papers enrolmentId={enrolment.id} papers={view.papers} staff={view.at.staff} />
          {view.letters.length > 0 && <Letters enrolmentId={enrolment.id} letters={view.letters} />}
          <Registered view={view} />
        </div>
        <div class="pane">
          <Section title={say.timeline} id="journal">
            <Timeline entries={view.timeline} shown={LAST_ENTRIES} />
            {view.timelineCut && <p class="muted">{say.timelineCut(view.timeline.length)}</p>}
            {view.journal !== null && (
              <p>
                <a href={view.journal}>{say.wholeJournal}</a>
              </p>
            )}
          </Section>
          <Versions versions={view.versions} />
        </div>
      </div>
    </Page>
  );
}
