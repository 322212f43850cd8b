import type { JSX } from 'preact';
import { deskAddresses, type FileSearch, type NamedFile, nameCells, WhyNot } from '../../scope/index.ts';
import {
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  defineField,
  Form,
  FormField,
  type FormState,
  type Option,
  oneOf,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Table,
} from '../../ui/index.ts';
import { addresses as checkingAddresses } from '../addresses.ts';
import { handOverTexts as say } from '../handOverTexts.ts';
import type { HandedFile } from '../rules/handOver.ts';

export function colleagueField(options: readonly Option[]) {
  return defineField({
    name: 'collegue',
    label: say.colleague,
    control: 'select',
    options,
    missing: say.missing,
    check: oneOf<string>(options),
  });
}

type Shown = Pick<HandedFile, 'id' | 'holder'>;

export type HandOverView = PageFrame & {
  readonly search: FileSearch;
  readonly count: number;
  readonly fault: string | null;
  readonly field: ReturnType<typeof colleagueField>;
  readonly state: FormState;
  /** Once a colleague is chosen: before the act, what would happen; after it, what did. */
  readonly to: {
    readonly id: string;
    readonly name: string;
    readonly done: boolean;
    readonly will: readonly Shown[];
    readonly wont: readonly (Shown & { readonly said: string })[];
  } | null;
  readonly named: (id: string) => NamedFile | undefined;
  readonly holderName: (id: string | null) => string;
};

/** A colleague is chosen, then what will be handed over and what won't and why, then the same of what was. */
export function HandOverPage(view: HandOverView): JSX.Element {
  const { search, state, to, fault } = view;
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      layout="wide"
      title={say.title}
      faults={state.faults}
      faulty={fault !== null}
    >
      <BackLink href={deskAddresses.files({ ...search, choix: null })}>{say.back}</BackLink>
      <PageTitle {...(fault === null ? { lead: say.lead(view.count) } : {})}>{say.title}</PageTitle>
      {fault !== null && <Alert tone="warn">{fault}</Alert>}
      {fault === null && to === null && (
        <Form
          action={checkingAddresses.handOver()}
          method="get"
          hidden={search}
          state={state}
          label={say.title}
          submit={say.preview}
        >
          <FormField field={view.field} />
        </Form>
      )}
      {fault === null && to !== null && <Judged view={view} to={to} />}
    </Page>
  );
}

function Judged({
  view,
  to,
}: {
  readonly view: HandOverView;
  readonly to: NonNullable<HandOverView['to']>;
}): JSX.Element {
  const { search } = view;
  const { will, wont, done, name } = to;
  return (
    <>
      {!done && (
        <Form
          action={checkingAddresses.handOver()}
          csrf={view.csrf}
          hidden={{
            ...search,
            collegue: to.id,
            dossiers: will.map(({ id, holder }) => `${id}:${holder ?? ''}`).join(' '),
          }}
          label={say.title}
        >
          <Actions>
            {will.length > 0 && <Button>{say.submit(will.length, name)}</Button>}
            <ButtonLink kind="secondary" href={checkingAddresses.handOver(search)}>
              {say.other}
            </ButtonLink>
          </Actions>
        </Form>
      )}
      {wont.length > 0 && (
        <Section title={done ? say.notDoneTitle : say.wontTitle}>
          <WhyNot rows={wont} named={view.named} caption={say.wontTitle} />
        </Section>
      )}
      {will.length > 0 && (
        <Section title={done ? say.doneTitle(name) : say.willTitle(name)}>
          <Table
            caption={say.title}
            columns={say.columns}
            rows={will.map(({ id, holder }) => ({
              key: id,
              cells: [...nameCells(view.named(id)), view.holderName(holder)],
            }))}
          />
        </Section>
      )}
    </>
  );
}
