import type { JSX } from 'preact';
import { documentDesk, documentOfficeTexts, type IssuedPaper } from '../../../documents/index.ts';
import type { ShownVersion } from '../../../enrolment/index.ts';
import { formerAddresses, formerTexts } from '../../../former/index.ts';
import { lettersTexts } from '../../../letters/index.ts';
import { messageDesk, messageOfficeTexts, type Thread } from '../../../messages/index.ts';
import { paperDesk } from '../../../papers/index.ts';
import { parisDay } from '../../../platform/time.ts';
import { opensSummonses } from '../../../scope/index.ts';
import {
  Alert,
  Columns,
  Details,
  instantInWords,
  numericDay,
  RowList,
  Section,
  SummaryList,
  Timeline,
} from '../../../ui/index.ts';
import { TopTable } from '../../pages/topTable.tsx';
import { fileTexts as say } from '../fileTexts.ts';
import type { FileView } from './fileView.ts';

/** Of a file's papers, before the rest is asked for: the page keeps to two screens. */
const LAST_PAPERS = 10;

export function Papers({
  enrolmentId,
  papers,
  staff,
}: {
  readonly enrolmentId: string;
  readonly papers: readonly IssuedPaper[];
  readonly staff: Pick<FileView['at']['staff'], 'role'>;
}): JSX.Element {
  return (
    <Section title={say.papers}>
      {papers.length === 0 ? (
        <p class="muted">{say.noPaper}</p>
      ) : (
        <TopTable
          caption={say.papers}
          top={LAST_PAPERS}
          columns={[
            { label: say.paperColumns.title, plain: true },
            { label: say.paperColumns.issued, narrow: true },
            { label: say.paperColumns.opened, narrow: true },
          ]}
          rows={papers.map((paper) => ({
            key: paper.key,
            cells: [
              <PaperTitle key="titre" enrolmentId={enrolmentId} paper={paper} staff={staff} />,
              numericDay(parisDay(paper.issuedAt)),
              paper.openedAt === null ? say.notOpened : numericDay(parisDay(paper.openedAt)),
            ],
          }))}
        />
      )}
      <p>
        <a href={documentDesk.newDocument({ dossier: enrolmentId })}>{documentOfficeTexts.openAlone}</a>
        {' · '}
        <a href={documentDesk.documents()}>{documentOfficeTexts.list}</a>
      </p>
    </Section>
  );
}

function PaperTitle(props: {
  readonly enrolmentId: string;
  readonly paper: IssuedPaper;
  readonly staff: Pick<FileView['at']['staff'], 'role'>;
}): JSX.Element {
  const { key, title, withdrawn, withheld, notified, sealed, forExam } = props.paper;
  const more = [forExam ? say.forExam : null, withdrawn, withheld, notified, sealed].filter((line) => line !== null);
  const opens = withdrawn === null && (!forExam || opensSummonses(props.staff));
  return (
    <>
      {opens ? <a href={documentDesk.paper(props.enrolmentId, key)}>{title}</a> : title}
      {more.length > 0 && <span class="muted"> {more.join(' · ')}</span>}
    </>
  );
}

/** What went by post in the place of mails: the proof that a mail leaves to others. */
export function Letters({
  enrolmentId,
  letters,
}: Pick<FileView, 'letters'> & { readonly enrolmentId: string }): JSX.Element {
  return (
    <Section title={lettersTexts.one.onFile}>
      <RowList
        rows={letters.map(({ id, title, standing }) => ({
          key: `lettre-${id}`,
          title,
          href: paperDesk.oneLetter(enrolmentId, id),
          lines: [standing],
        }))}
      />
    </Section>
  );
}

/** Where they stand, and the way to them: their words are read on their own page, which notes who did. */
export function Messages({
  enrolmentId,
  thread,
  closed,
}: {
  readonly enrolmentId: string;
  readonly thread: Thread | null;
  /** With the account, which had them erased. */
  readonly closed: boolean;
}): JSX.Element {
  const words = messageOfficeTexts.file;
  if (closed)
    return (
      <Section title={words.title} id="messages">
        <p class="muted">{words.gone}</p>
      </Section>
    );
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
        <a href={messageDesk.thread(enrolmentId)}>{thread === null ? words.write : words.read}</a>
      </p>
    </Section>
  );
}

export function Registered({ view }: { readonly view: FileView }): JSX.Element {
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
          <Columns>
            {registered.blocks.map((block) => (
              <Details key={block.step} summary={block.title}>
                <SummaryList rows={block.lines} />
              </Details>
            ))}
          </Columns>
        </>
      )}
    </Section>
  );
}

export function Versions({ versions }: { readonly versions: readonly ShownVersion[] }): JSX.Element {
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
