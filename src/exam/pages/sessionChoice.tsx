import type { JSX } from 'preact';
import { Button, Form, type Option } from '../../ui/index.ts';
import { missingTexts as say } from '../missingTexts.ts';

/** Which session, where the academy has several. */
export function SessionChoice({
  action,
  sessions,
  session,
}: {
  readonly action: string;
  readonly sessions: readonly Option[];
  readonly session: string;
}): JSX.Element | null {
  if (sessions.length < 2) return null;
  return (
    <Form action={action} method="get" label={say.session} inline>
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
      <Button kind="secondary">{say.show}</Button>
    </Form>
  );
}
