import type { JSX } from 'preact';
import type { Visit } from '../../platform/http/visit.ts';
import { Button, Details, hiddenNames } from '../../ui/index.ts';
import { type SendAgain, typedFields } from '../rules/sendAgain.ts';
import { unavailableTexts } from '../texts/unavailable.ts';

/** The same form, sent again to the same address with a new token. Its key is the old one: done twice, it counts once. */
export function RetryForm({
  visit,
  again,
  kind = 'primary',
}: {
  readonly visit: Pick<Visit, 'csrf'>;
  readonly again: SendAgain;
  readonly kind?: 'primary' | 'secondary';
}): JSX.Element | null {
  if (again.action === null || again.fields.length === 0) return null;
  return (
    <form class="act" method="post" action={again.action}>
      <input type="hidden" name={hiddenNames.csrf} value={visit.csrf()} />
      {again.fields.map(({ name, value }, index) => (
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      <Button kind={kind}>{unavailableTexts.retry}</Button>
    </form>
  );
}

/** What was written, so that it can at least be copied. Its labels were the form's, which isn't drawn here. */
export function TypedAnswers({
  again,
  open,
}: {
  readonly again: SendAgain;
  readonly open: boolean;
}): JSX.Element | null {
  const typed = typedFields(again);
  if (typed.length === 0) return null;
  return (
    <>
      <Details summary={unavailableTexts.typed} open={open}>
        <ul>
          {typed.map(({ value }, index) => (
            <li key={index}>{value}</li>
          ))}
        </ul>
      </Details>
      {again.withoutPasswords && <p class="muted">{unavailableTexts.passwords}</p>}
    </>
  );
}

/** The form held a file: it is read only after the door, so nothing of it is here. */
export function isUpload({ header }: Pick<Visit, 'header'>): boolean {
  return header('content-type')?.startsWith('multipart/') ?? false;
}
