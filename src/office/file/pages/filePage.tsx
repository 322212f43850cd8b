import type { JSX } from 'preact';
import { accountTexts, hasMailbox } from '../../../accounts/index.ts';
import {
  isBeingRewritten,
  isLiving,
  type Minority,
  type RegisteredFile,
  type ShownVersion,
} from '../../../enrolment/index.ts';
import { formerAddresses, formerTexts } from '../../../former/index.ts';
import type { Thread } from '../../../messages/index.ts';
import type { IssuedPaper } from '../../../papers/index.ts';
import {
  Alert,
  BackLink,
  Checklist,
  type ChecklistItem,
  Columns,
  ContactCard,
  Details,
  ErrorSummary,
  instantInWords,
  type Line,
  Page,
  type PageFrame,
  PageTitle,
  type Row,
  RowList,
  Section,
  Status,
  SummaryList,
  shortInstant,
  Timeline,
  type TimelineEntry,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { ClaimForm, WhoHasNotice } from '../../desk/pages/whoHas.tsx';
import { publicationOfficeTexts } from '../../documents/publicationsTexts.ts';
import { DoubleNotice, type Doubles } from '../../doubles/pages/doubleNotice.tsx';
import { messageOfficeTexts } from '../../messages/messagesTexts.ts';
import type { FileAtDesk } from '../../office.ts';
import { exportTexts } from '../../printing/exportsTexts.ts';
import { FILE_LOOKS, fileStateOf, isEnded } from '../../rules/fileState.ts';
import type { NotAdmitted } from '../../rules/notAdmitted.ts';
import type { WhoHas } from '../../rules/whoHas.ts';
import { paperTexts } from '../../typing/paperTexts.ts';
import { typingTexts } from '../../typing/typingTexts.ts';
import { addressTexts } from '../addressTexts.ts';
import { filesTexts } from '../filesTexts.ts';
import { fileTexts } from '../fileTexts.ts';
import { reserveTexts } from '../reserveTexts.ts';
import { unitsTexts } from '../unitsTexts.ts';
import { Notes } from './notesPage.tsx';

const say = fileTexts;

export type FileView = PageFrame & {
  readonly at: FileAtDesk;
  /** What couldn't be done. */
  readonly fault: string | null;
  readonly who: WhoHas;
  /** What was said on the telephone or at the counter. */
  readonly notes: readonly TimelineEntry[];
  readonly name: string;
  readonly speciality: string;
  readonly acts: readonly ChecklistItem[];
  readonly phone: string | null;
  /** Who answers for a minor; null: of age. */
  readonly minority: Minority;
  readonly civilStatus: readonly Line[];
  readonly pieces: readonly Row[];
  /** Where their files are taken together; null: there is none. */
  readonly archive: string | null;
  /** The certificates that keep the candidate out of units, and those units; null units: the pack doesn't know them. */
  readonly notAdmitted: NotAdmitted | null;
  readonly scaffoldingUnits: readonly string[] | null;
  readonly papers: readonly IssuedPaper[];
  /** The other files that may be the same person's. */
  readonly doubles: Doubles;
  /** Where its messages stand; null: nobody has written. */
  readonly thread: Thread | null;
  /** Since when our mails are refused; null: they arrive. */
  readonly unreached: Temporal.Instant | null;
  /** Is another mail address asked for? */
  readonly recovering: boolean;
  /** Where units stand that were told in words; null: they are known. */
  readonly units: 'awaited' | 'proposed' | 'contested' | null;
  readonly registered: RegisteredFile | null;
  /** The verdict on the conditions, in words; null when it can't be read. */
  readonly verdict: string | null;
  /** The credits that are for the office to judge, a sentence each. */
  readonly doubts: readonly string[];
  /** Marks kept or carried, beside what the register holds of them. */
  readonly held: readonly string[];
  readonly versions: readonly ShownVersion[];
  readonly timeline: readonly TimelineEntry[];
  readonly timelineCut: boolean;
  readonly journal: string | null;
};

/** One file whole: where it stands, whom to call, its pieces, what was declared, what happened. */
export function FilePage(view: FileView): JSX.Element {
  const { enrolment } = view.at;
  const number = enrolment.number ?? '';
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      layout="wide"
      title={`${number}, ${view.name}`}
      faulty={view.fault !== null}
    >
      <ErrorSummary faults={view.fault === null ? [] : [{ field: null, message: view.fault }]} />
      <BackLink href={addresses.files()}>{say.back}</BackLink>
      <PageTitle
        kicker={`${number} · ${say.version(enrolment.version)}`}
        aside={<StatePill view={view} />}
        lead={view.speciality}
      >
        {view.name}
      </PageTitle>
      <WhoHasNotice who={view.who} />
      <DoubleNotice doubles={view.doubles} />
      <ClaimForm who={view.who} action={addresses.claimFile(enrolment.id)} csrf={view.csrf} />
      <Columns>
        <State view={view} />
        <Contact view={view} />
      </Columns>
      <Notes notes={view.notes} write={addresses.notes(enrolment.id)} />
      <Section title={say.pieces} id="pieces">
        <RowList rows={view.pieces} />
        {view.archive !== null && (
          <p>
            <a href={view.archive} download>
              {exportTexts.zip.link}
            </a>
          </p>
        )}
      </Section>
      <Papers enrolmentId={enrolment.id} papers={view.papers} />
      <Messages enrolmentId={enrolment.id} thread={view.thread} />
      <Registered view={view} />
      <Versions versions={view.versions} />
      <Section title={say.timeline} id="journal">
        <Timeline entries={view.timeline} />
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

function StatePill({ view }: { readonly view: FileView }): JSX.Element {
  const state = fileStateOf(view.at.enrolment);
  return <Status name={FILE_LOOKS[state]} label={filesTexts.states[state]} />;
}

function State({ view }: { readonly view: FileView }): JSX.Element {
  const { enrolment } = view.at;
  const state = fileStateOf(enrolment);
  return (
    <Section title={say.state}>
      <p>
        {say.states[state]} {isEnded(state) && enrolment.endedAt !== null && say.since(enrolment.endedAt)}
      </p>
      <ReserveNotice view={view} />
      {view.units !== null && (
        <Alert tone="warn">
          <p>
            {unitsTexts.file[view.units]} <a href={addresses.units(enrolment.id)}>{unitsTexts.link}</a>
          </p>
        </Alert>
      )}
      {isBeingRewritten(enrolment) && <Alert tone="warn">{say.changing}</Alert>}
      {!isEnded(state) && <Checklist items={view.acts} />}
      <Sanction view={view} />
    </Section>
  );
}

/** A reserve, with the way to decide on it or to read what was decided. */
function ReserveNotice({ view }: { readonly view: FileView }): JSX.Element | null {
  const { id, reserve, status } = view.at.enrolment;
  const words = reserveTexts;
  if (reserve === null || (reserve === 'pending' && status !== 'registered')) return null;
  if (reserve === 'lifted')
    return (
      <p>
        {words.decisions.lifted}. <a href={addresses.reserve(id)}>{words.read}</a>
      </p>
    );
  return (
    <Alert tone="warn" title={reserve === 'pending' ? words.alert : words.setAsideAlert} level={3}>
      <p>
        <a href={addresses.reserve(id)}>{reserve === 'pending' ? words.open : words.read}</a>
      </p>
    </Alert>
  );
}

/** The sanction of a certificate that is not in; it keeps nobody's enrolment from being validated. */
function Sanction({ view }: { readonly view: FileView }): JSX.Element | null {
  const { notAdmitted, scaffoldingUnits } = view;
  const words = say.notAdmitted;
  if (notAdmitted === null) return null;
  const { missing, dueAt } = notAdmitted;
  if (notAdmitted.standing === 'awaited')
    return (
      <Alert tone="warn" title={words.awaitedTitle} level={3}>
        {words.awaited(missing)}
      </Alert>
    );
  return (
    <Alert tone="danger" title={words.title} level={3}>
      <p>
        {words.missing(missing, dueAt)} {words.stillValid}
      </p>
      <p>{scaffoldingUnits === null ? words.unitsUnknown : words.units(scaffoldingUnits)}</p>
    </Alert>
  );
}

function Contact({ view }: { readonly view: FileView }): JSX.Element {
  const { candidate, enrolment } = view.at;
  return (
    <Section title={say.contact}>
      {view.unreached !== null && hasMailbox(candidate) && (
        <Alert tone="warn" title={say.unreached.title} level={3}>
          {say.unreached.text(view.unreached)}
        </Alert>
      )}
      <ContactCard
        contact={{
          service: view.name,
          ...(hasMailbox(candidate) ? { mail: candidate.address } : {}),
          ...(view.phone === null ? {} : { phone: view.phone }),
        }}
      />
      <Answering minority={view.minority} />
      {isLiving(enrolment) && (
        <p>
          <a href={addresses.type(enrolment.id)}>{typingTexts.link}</a>
        </p>
      )}
      {!hasMailbox(candidate) && (
        <>
          <Alert tone="info">{accountTexts.noMailbox}</Alert>
          <p>
            <a href={addresses.accessLetter(enrolment.id)}>{paperTexts.letter.link}</a>
          </p>
        </>
      )}
      <p>
        <a href={addresses.address(enrolment.id)}>{view.recovering ? addressTexts.running : addressTexts.link}</a>
      </p>
      <Details summary={say.civilStatus}>
        <SummaryList rows={view.civilStatus} />
        <p>
          <a href={addresses.civilStatus(enrolment.id)}>{say.correct}</a>
        </p>
      </Details>
    </Section>
  );
}

/** Of a minor: their representative, who is told what they are told. */
function Answering({ minority }: { readonly minority: Minority }): JSX.Element | null {
  const words = say.representative;
  if (minority === null) return null;
  const { known } = minority;
  if (known === null)
    return (
      <Alert tone="warn" title={words.none} level={3}>
        {words.noneText}
      </Alert>
    );
  const { name, phone, mail } = known;
  return (
    <>
      <ContactCard
        title={words.title}
        level={3}
        contact={{
          service: name,
          ...(phone === null ? {} : { phone }),
          ...(mail === null ? {} : { mail }),
        }}
      />
      <p class="muted">{mail === null ? words.noMail : words.told}</p>
    </>
  );
}

function Papers({
  enrolmentId,
  papers,
}: {
  readonly enrolmentId: string;
  readonly papers: readonly IssuedPaper[];
}): JSX.Element {
  return (
    <Section title={say.papers}>
      {papers.length === 0 ? (
        <p class="muted">{say.noPaper}</p>
      ) : (
        <RowList
          rows={papers.map((paper) => ({
            key: `document-${paper.key}`,
            title: paper.title,
            ...(paper.withdrawn === null ? { href: addresses.paper(enrolmentId, paper.key) } : {}),
            lines: [
              say.issued(paper.issuedAt),
              say.opened(paper.openedAt),
              ...(paper.withdrawn === null ? [] : [paper.withdrawn]),
              ...(paper.withheld === null ? [] : [paper.withheld]),
              ...(paper.notified === null ? [] : [paper.notified]),
              ...(paper.sealed === null ? [] : [paper.sealed]),
            ],
          }))}
        />
      )}
      <p>
        <a href={addresses.newPublication({ dossier: enrolmentId })}>{publicationOfficeTexts.openAlone}</a>
        {' · '}
        <a href={addresses.publications()}>{publicationOfficeTexts.list}</a>
      </p>
    </Section>
  );
}

/** Where they stand, and the way to them: their words are read on their own page, which notes who did. */
function Messages({
  enrolmentId,
  thread,
}: {
  readonly enrolmentId: string;
  readonly thread: Thread | null;
}): JSX.Element {
  const words = messageOfficeTexts.file;
  return (
    <Section title={words.title} id="messages">
      {thread === null ? (
        <p class="muted">{words.none}</p>
      ) : (
        <>
          {thread.waitingSince !== null && (
            <p>
              <strong>{words.waits(thread.waiting, instantInWords(thread.waitingSince))}</strong>
            </p>
          )}
          <p>{words.last[thread.lastAuthor](thread.lastAt)}</p>
        </>
      )}
      <p>
        <a href={addresses.thread(enrolmentId)}>{thread === null ? words.write : words.read}</a>
      </p>
    </Section>
  );
}

function Registered({ view }: { readonly view: FileView }): JSX.Element {
  const { registered, verdict, doubts, held } = view;
  return (
    <Section title={say.summary}>
      {registered === null ? (
        <Alert tone="warn">{say.unreadable}</Alert>
      ) : (
        <>
          {verdict !== null && (
            <p>
              {say.eligibility}
              {'\u00a0: '}
              {verdict}
            </p>
          )}
          {doubts.length > 0 && (
            <Alert tone="info" title={say.doubts} level={3}>
              <ul>
                {doubts.map((doubt) => (
                  <li key={doubt}>{doubt}</li>
                ))}
              </ul>
            </Alert>
          )}
          {held.length > 0 && (
            <Alert tone="info" title={say.held} level={3}>
              <ul>
                {held.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </Alert>
          )}
          <p>
            <a href={formerAddresses.person(view.at.enrolment.id)}>{formerTexts.title}</a>
          </p>
          {registered.blocks.map((block) => (
            <Details key={block.step} summary={block.title}>
              <SummaryList rows={block.lines} />
            </Details>
          ))}
        </>
      )}
    </Section>
  );
}

function Versions({ versions }: { readonly versions: readonly ShownVersion[] }): JSX.Element {
  return (
    <Section title={say.versions}>
      <Timeline
        entries={versions.map(({ version, registeredAt, changes }, index) => ({
          key: String(version),
          at: registeredAt,
          text: (
            <>
              <p>
                <strong>{say.versionTitle(version)}</strong>
              </p>
              {changes.length > 0 ? (
                <ul>
                  {changes.map(({ label, before, after }) => (
                    <li key={label}>{say.change(label, before, after)}</li>
                  ))}
                </ul>
              ) : (
                <p class="muted">{index === versions.length - 1 ? say.firstVersion : say.unchanged}</p>
              )}
            </>
          ),
        }))}
      />
    </Section>
  );
}

/** The line under a piece's title: what came and when, until when. */
export function pieceLines(
  files: readonly { readonly finishedAt: Temporal.Instant }[],
  dueAt: Temporal.Instant,
): readonly string[] {
  const last = files.at(-1);
  return [
    last === undefined ? say.pieceLine.noFile : say.given(files.length, last.finishedAt),
    say.pieceLine.due(dueAt),
  ];
}

/** « 15 novembre 2023, 10 h 42 », or what is missing. */
export function actDetail(at: Temporal.Instant | null): string {
  return at === null ? '' : shortInstant(at);
}
