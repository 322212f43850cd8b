import type { JSX } from 'preact';
import { NoticeWords, noticeOffer, noticeTexts } from '../../accounts/index.ts';
import { Actions, Alert, Button, ButtonLink, defineField, Fieldset, Form, FormField, ticked } from '../../ui/index.ts';
import type { Pen } from '../pen.ts';
import { texts } from '../texts.ts';
import type { RecapitulatifView } from './recapitulatifView.ts';

const say = texts.recapitulatif;

export function Register({ view }: { readonly view: RecapitulatifView }): JSX.Element {
  const { enrolment, pen } = view;
  const { addresses } = pen;
  return (
    <Form
      action={addresses.step(enrolment.id, 'recapitulatif')}
      csrf={view.csrf}
      idempotencyKey={view.idempotencyKey}
      version={view.stamp}
      state={view.state}
    >
      <UnderReserve view={view} />
      {view.notice === 'offered' && (
        <Fieldset legend={noticeTexts.title}>
          <NoticeWords />
          <FormField field={noticeOffer} />
        </Fieldset>
      )}
      <p>{pen.by === 'office' ? texts.entry.summary.commitment : say.commitment}</p>
      {pen.by === 'candidate' && enrolment.number === null && <p class="muted">{say.notYetFinal}</p>}
      <Actions>
        <Button>
          {view.ahead.reserve === 'pending' && view.ahead.reasons.length > 0 ? texts.reserve.register : texts.register}
        </Button>
        <ButtonLink kind="secondary" href={addresses.step(enrolment.id, view.place.previous ?? 'recapitulatif')}>
          {texts.previous}
        </ButtonLink>
      </Actions>
    </Form>
  );
}

/** Ticked, with the conditions that were read: what changed meanwhile is read again. */
const reserveField = defineField({
  name: 'sousReserve',
  label: texts.reserve.read,
  control: 'checkbox',
  missing: texts.reserve.unread,
  check: ticked(),
});

const typedReserveField = defineField({
  name: 'sousReserve',
  label: texts.entry.summary.reserveRead,
  control: 'checkbox',
  missing: texts.entry.summary.reserveUnread,
  check: ticked(),
});

export const reserveFieldOf = (by: Pen['by']): typeof reserveField =>
  by === 'office' ? typedReserveField : reserveField;

export const REASONS_READ = 'conditions';

function UnderReserve({ view }: { readonly view: RecapitulatifView }): JSX.Element | null {
  const { reserve, reasons, was } = view.ahead;
  if (reserve !== 'pending')
    return reserve === null && was !== null ? <Alert tone="ok">{texts.reserve.met}</Alert> : null;
  const again = was === 'upheld' && <Alert tone="warn">{texts.reserve.again}</Alert>;
  if (reasons.length === 0) return again || null;
  return (
    <Fieldset legend={texts.reserve.title} hint={texts.reserve.explained}>
      <input type="hidden" name={REASONS_READ} value={reasons.map(({ code }) => code).join(' ')} />
      {again}
      <FormField field={reserveFieldOf(view.pen.by)} />
    </Fieldset>
  );
}
