import type { ComponentChildren, JSX } from 'preact';
import { Button, Form, type Option } from '../../ui/index.ts';
import { missingTexts as say } from '../watch/missingTexts.ts';

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
    <Form action={action} method="get" label={say.session} inline>
      {isChosen ? (
        <div class="field narrows">
          <label for="filtre-session">{say.session}</label>
          <select id="filtre-session" name="session">
            {sessions.map(({ value, label }) => (
              <option key={value} value={value} selected={value === session}>
                {label}
              </option>
            ))}
          </select>
        </div>
      ) : (
        <input type="hidden" name="session" value={session} />
      )}
      {children}
      <Button kind="secondary">{say.show}</Button>
    </Form>
  );
}
