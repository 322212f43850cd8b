import type { JSX } from 'preact';
import { LotFrame, type Named } from '../../lots/index.ts';
import { deskAddresses, type FileSearch } from '../../scope/index.ts';
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  defineField,
  Form,
  FormField,
  type FormState,
  type Option,
  oneOf,
  type PageFrame,
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
  readonly named: Named;
  readonly holderName: (id: string | null) => string;
};

/** A colleague is chosen, then what will be handed over and what won't and why, then the same of what was. */
export function HandOverPage(view: HandOverView): JSX.Element {
  const { search, state, to, fault } = view;
  const { will = [], wont = [], done = false, name = '' } = (fault === null ? to : null) ?? {};
  return (
    <LotFrame
      {...view}
      title={say.title}
      back={{ href: deskAddresses.files({ ...search, choix: null }), words: say.back }}
      {...(fault === null && { lead: say.lead(view.count) })}
      faults={state.faults}
      faulty={fault !== null}
      wontTitle={done ? say.notDoneTitle : say.wontTitle}
      wont={wont}
      willTitle={done ? say.doneTitle(name) : say.willTitle(name)}
      more={[say.holder]}
      will={will.map(({ id, holder }) => ({ id, cells: [view.holderName(holder)] }))}
    >
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
      {fault === null && to !== null && !done && (
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
    </LotFrame>
  );
}
