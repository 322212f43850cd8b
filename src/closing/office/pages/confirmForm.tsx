import type { JSX } from 'preact';
import { Actions, Button, ButtonLink, Form } from '../../../ui/index.ts';

/**
 * The end of a page that says what would be done: the form that confirms it for each who was seen, and the way back; that alone where
 * nothing is left to confirm.
 */
export function ConfirmForm(props: {
  /** The list where they were ticked. */
  readonly action: string;
  readonly csrf: string;
  readonly label: string;
  readonly back: string;
  readonly submit: string;
  /** The name of the field, and its values: those who were seen. */
  readonly field: string;
  readonly seen: readonly string[];
  readonly idempotencyKey?: string;
}): JSX.Element {
  const { action, back, submit, field, seen, ...form } = props;
  if (seen.length === 0)
    return (
      <p>
        <a href={action}>{back}</a>
      </p>
    );
  return (
    <Form {...form} action={action} hidden={{ confirme: 'oui' }}>
      {seen.map((one) => (
        <input key={one} type="hidden" name={field} value={one} />
      ))}
      <Actions>
        <Button>{submit}</Button>
        <ButtonLink kind="secondary" href={action}>
          {back}
        </ButtonLink>
      </Actions>
    </Form>
  );
}
