import type { JSX } from 'preact';
import { ActionForm, Button, Section, shortInstant, Table } from '../../ui/index.ts';
import { browserKind } from '../rules/browserKind.ts';
import type { OpenSession } from '../store/sessions.ts';
import { texts } from '../texts.ts';

const words = texts.sessions;

export const SESSIONS = '/compte/sessions';

/** Where this account is open, and how to close it there. */
export function OpenSessions(props: {
  readonly sessions: readonly OpenSession[];
  /** The one of this browser. */
  readonly here: string;
  readonly csrf: string;
}): JSX.Element {
  const { sessions, here, csrf } = props;
  return (
    <Section title={words.title}>
      <p>{words.lead}</p>
      <Table
        caption={words.title}
        columns={[words.browser, words.begun, words.seen, words.act]}
        rows={sessions.map(({ id, userAgent, createdAt, updatedAt }) => ({
          key: id,
          cells: [
            words.kind(browserKind(userAgent)),
            shortInstant(createdAt),
            id === here ? words.now : shortInstant(updatedAt),
            id === here ? (
              words.here
            ) : (
              <ActionForm key="fermer" action={SESSIONS} csrf={csrf} hidden={{ session: id }}>
                <Button kind="secondary" about={words.about(shortInstant(createdAt))}>
                  {words.end}
                </Button>
              </ActionForm>
            ),
          ],
        }))}
      />
      {sessions.length > 1 && (
        <ActionForm action={SESSIONS} csrf={csrf} hidden={{ session: 'autres' }}>
          <Button kind="secondary">{words.endOthers}</Button>
        </ActionForm>
      )}
    </Section>
  );
}
