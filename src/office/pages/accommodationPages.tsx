import type { JSX } from 'preact';
import type { Catalogue } from '../../catalogue/index.ts';
import {
  Actions,
  BackLink,
  Button,
  ContactCard,
  defineField,
  EmptyState,
  type Field,
  Form,
  FormField,
  type FormState,
  frenchDate,
  Page,
  type PageFrame,
  PageTitle,
  Pagination,
  type Row,
  RowList,
  Section,
  Status,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { specialityName } from '../rules/choices.ts';
import type { Declaration } from '../store/accommodations.ts';
import { texts } from '../texts.ts';

const say = texts.accommodations;

type Known = { readonly catalogue: Catalogue; readonly declaration: Declaration };

export type AccommodationsView = PageFrame & {
  readonly catalogue: Catalogue;
  readonly total: number;
  readonly declarations: readonly Declaration[];
  readonly page: number;
  readonly pages: number;
};

/** Who asks for arrangements: who made the request, and who only ticked the box. */
export function AccommodationsPage(view: AccommodationsView): JSX.Element {
  const { catalogue, total, declarations, page, pages } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title}>
      <BackLink href={addresses.home}>{texts.navigation.home}</BackLink>
      <PageTitle aside={say.count(total)} lead={say.lead}>
        {say.title}
      </PageTitle>
      {declarations.length === 0 ? (
        <EmptyState title={say.empty} />
      ) : (
        <RowList rows={declarations.map((declaration) => rowOf({ catalogue, declaration }))} level={2} />
      )}
      <Pagination page={page} pages={pages} href={(number) => addresses.accommodations({ page: number })} />
    </Page>
  );
}

function rowOf({ catalogue, declaration }: Known): Row {
  const { id, name, number, speciality, requestedOn, disabledWorker, ticked } = declaration;
  return {
    key: `aménagement-${number}`,
    title: name,
    href: addresses.accommodation(id),
    lines: [
      say.about(number, specialityName(catalogue, speciality)),
      ...(ticked ? [say.ticked] : []),
      ...(requestedOn === null ? [] : [say.received(requestedOn)]),
      ...(disabledWorker ? [`${say.disabledWorker}. ${waiverInWords(declaration)}.`] : []),
    ],
    status:
      requestedOn !== null ? (
        <Status name="received" label={say.states.received} />
      ) : ticked ? (
        <Status name="missing" label={say.states.toAsk} />
      ) : (
        <Status name="exempted" label={say.states.waiverOnly} />
      ),
  };
}

function waiverInWords({ waiver }: Declaration): string {
  return waiver === null ? say.waiver.none : say.waiver.given;
}

/** The day when the request came: not one that isn't there yet. */
export function receivedOnField(today: Temporal.PlainDate): Field<'receivedOn', Temporal.PlainDate> {
  return defineField({
    name: 'receivedOn',
    label: say.receivedOn,
    hint: say.receivedOnHint,
    control: 'date',
    inputMode: 'numeric',
    width: 12,
    missing: say.receivedOnMissing,
    check: frenchDate({ from: today.subtract({ years: 1 }), to: today }),
  });
}

export type AccommodationView = PageFrame &
  Known & {
    readonly today: Temporal.PlainDate;
    /** « jusqu'au vendredi 1er décembre 2023 à 17 h 00 »; null when the rules no longer know the session. */
    readonly until: string | null;
    readonly state: FormState;
  };

/** One candidate: what they said, whom to call, and whether the request came. */
export function AccommodationPage(view: AccommodationView): JSX.Element {
  const { catalogue, declaration, today, until, state, csrf } = view;
  const { id, name, number, address, ticked, disabledWorker, requestedOn, waiver } = declaration;
  const action = addresses.accommodation(id);
  return (
    <Page chrome={view.chrome} flash={view.flash} title={name} faulty={state.faults.length > 0}>
      <BackLink href={addresses.accommodations()}>{say.title}</BackLink>
      <PageTitle kicker={say.about(number, specialityName(catalogue, declaration.speciality))}>{name}</PageTitle>
      <ContactCard contact={{ service: texts.file.contact, mail: address }} />
      <Section title={say.declared}>
        <ul>
          <li>{ticked ? say.ticked : say.notTicked}</li>
          {disabledWorker && <li>{say.disabledWorker}</li>}
          {(disabledWorker || waiver !== null) && <li>{waiverInWords(declaration)}</li>}
        </ul>
        {waiver !== null && (
          <p>
            <a href={addresses.piece(waiver)}>{say.seeWaiver}</a>
          </p>
        )}
      </Section>
      <Section title={say.request}>
        <p>{requestedOn === null ? say.notReceived : say.received(requestedOn)}</p>
        {until !== null && requestedOn === null && <p>{say.until(until)}</p>}
        <Form action={action} csrf={csrf} state={state}>
          <FormField field={receivedOnField(today)} />
          <Actions>
            <Button>{say.record}</Button>
          </Actions>
        </Form>
        {requestedOn !== null && (
          <Form action={action} csrf={csrf}>
            <Button kind="secondary" name="retirer" value="1">
              {say.takeBack}
            </Button>
          </Form>
        )}
      </Section>
    </Page>
  );
}
