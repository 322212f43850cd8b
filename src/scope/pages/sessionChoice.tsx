import type { ComponentChildren, JSX } from 'preact';
import { Button, FilterSelect, Form, type Option } from '../../ui/index.ts';
import { texts } from '../texts.ts';

const say = texts.session;

/** Which session, where the academy has several. */
export function SessionChoice({
  action,
  sessions,
  session,
  children,
}: {
  readonly action: string;
  readonly sessions: readonly Option[];
  readonly session: string;
  /** What else is asked for at once. */
  readonly children?: ComponentChildren;
}): JSX.Element | null {
  const isChosen = sessions.length > 1;
  if (!isChosen && !children) return null;
  return (
    <Form action={action} method="get" label={say.which} inline>
      {isChosen ? (
        <FilterSelect name="session" label={say.which} options={sessions} chosen={session} />
      ) : (
        <input type="hidden" name="session" value={session} />
      )}
      {children}
      <Button kind="secondary">{say.show}</Button>
    </Form>
  );
}
