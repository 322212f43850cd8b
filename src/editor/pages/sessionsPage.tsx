import type { JSX } from 'preact';
import { ButtonLink, Identifier, Status, Table } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { momentInWords, momentOf } from '../rules/moments.ts';
import { isRelative } from '../rules/sessionInstants.ts';
import { type Thing, thingsOn, unreadableOn } from '../rules/things.ts';
import { textAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/sessions.ts';
import { DraftFrame, type DraftView } from './draftFrame.tsx';
import { UnreadableFiles } from './thingParts.tsx';

/** Every session with its window. `now`: the wall clock of the exam. */
export function SessionsPage({
  view,
  now,
}: {
  readonly view: DraftView;
  readonly now: Temporal.PlainDateTime;
}): JSX.Element {
  const { draft, files } = view.open;
  const sessions = thingsOn(files, 'sessions').toSorted(
    (a, b) => Number(isRelative(a.value)) - Number(isRelative(b.value)) || opening(b).localeCompare(opening(a)),
  );
  return (
    <DraftFrame view={view} part="sessions" title={texts.title} lead={texts.lead}>
      <UnreadableFiles view={view} files={unreadableOn(files, 'sessions')} />
      {draft.state === 'open' && (
        <p>
          <ButtonLink href={addresses.part(draft.id, 'sessions/copier')}>{texts.copy}</ButtonLink>
        </p>
      )}
      <Table
        caption={texts.title}
        captionUnseen
        columns={Object.values(texts.columns).map((label) => ({ label }))}
        rows={sessions.map((session) => ({
          key: session.file,
          cells: [
            <a
              key="code"
              href={addresses.part(draft.id, `sessions/${encodeURIComponent(textAt(session.value, ['code']))}`)}
            >
              {textAt(session.value, ['label']) || textAt(session.value, ['code'])}
            </a>,
            windowOf(session),
            isRelative(session.value) ? '–' : <SessionState key="state" session={session} now={now} />,
            <Identifier key="prefix">{texts.numbers(textAt(session.value, ['numberPrefix']))}</Identifier>,
          ],
        }))}
      />
    </DraftFrame>
  );
}

function opening({ value }: Thing): string {
  return textAt(value, ['window', 'opensAt']);
}

function windowOf(session: Thing): string {
  if (isRelative(session.value)) return texts.relative(textAt(session.value, ['basedOn']));
  return texts.from(momentInWords(opening(session)), momentInWords(textAt(session.value, ['window', 'closesAt'])));
}

function SessionState({
  session,
  now,
}: {
  readonly session: Thing;
  readonly now: Temporal.PlainDateTime;
}): JSX.Element {
  const opens = momentOf(opening(session));
  const closes = momentOf(textAt(session.value, ['window', 'closesAt']));
  if (opens === null || closes === null) return <Status name="refused" label={texts.states.unknown} />;
  if (Temporal.PlainDateTime.compare(now, opens) < 0) return <Status name="missing" label={texts.states.soon} />;
  if (Temporal.PlainDateTime.compare(now, closes) < 0) return <Status name="compliant" label={texts.states.open} />;
  return <Status name="irrelevant" label={texts.states.closed} />;
}
