import type { JSX } from 'preact';
import {
  ActionForm,
  Alert,
  BackLink,
  Button,
  defineField,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
  printedLine,
  Section,
  SummaryList,
  shortInstant,
  someOf,
  Table,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { factNames, hookTexts as say } from '../hookTexts.ts';
import { LONGEST_ADDRESS } from '../rules/publicAddress.ts';
import { integrationTexts } from '../texts.ts';
import { DELIVERY_LIFE, type Delivery, FACT_NAMES, HOOK, HOOK_LIFE, type Webhook } from '../webhook.ts';
import { Listed, NewPage, type NewView } from './parts.tsx';

const facts = FACT_NAMES.map((value) => ({ value, label: factNames[value] }));

export const hookForm = [
  defineField({
    name: 'nom',
    label: say.make.name,
    control: 'text',
    autocomplete: 'off',
    width: 40,
    missing: say.make.nameMissing,
    check: printedLine(HOOK.nameLength),
  }),
  defineField({
    name: 'adresse',
    label: say.make.address,
    example: say.make.addressExample,
    control: 'text',
    autocomplete: 'off',
    width: 40,
    missing: say.make.addressMissing,
    check: printedLine(LONGEST_ADDRESS),
  }),
  defineField({
    name: 'prevenu',
    label: say.make.facts,
    control: 'checkboxes',
    options: facts,
    missing: say.make.factsMissing,
    check: someOf(facts),
  }),
] as const;

/** Names of hidden fields and buttons. */
export const HOOK_ACT = { act: 'acte', delivery: 'avis' } as const;

export function NewHookPage(view: NewView): JSX.Element {
  return <NewPage view={view} action={addresses.newHook} fields={hookForm} words={say.make} />;
}

export type HookCounts = ReadonlyMap<string, { readonly waiting: number; readonly dead: number }>;

/** Of the page of other programs. */
export function Hooks({
  hooks,
  counts,
}: {
  readonly hooks: readonly Webhook[];
  readonly counts: HookCounts;
}): JSX.Element {
  return (
    <Listed
      words={say}
      text={say.text}
      columns={say.columns}
      rows={hooks.map((hook) => ({
        key: hook.id,
        cells: [
          <a key="name" href={addresses.hook(hook.id)}>
            {hook.name}
          </a>,
          new URL(hook.address).host,
          say.states[hook.state],
          String(counts.get(hook.id)?.dead ?? 0),
        ],
      }))}
      more={{ href: addresses.newHook, label: say.declare, kind: 'secondary' }}
    />
  );
}

export type HookView = PageFrame & {
  readonly hook: Webhook;
  readonly secret: string;
  readonly madeBy: string;
  readonly dead: readonly Delivery[];
  readonly latest: readonly Delivery[];
  readonly state: FormState;
};

/** What is sent, what nobody took, and what a head can do about it. */
export function HookPage(view: HookView): JSX.Element {
  const { hook, csrf, dead, latest, state } = view;
  const form = { action: addresses.hook(hook.id), csrf };
  const offered = (['suspend', 'resume', 'renew', 'remove'] as const).filter((act) => HOOK_LIFE.may(act, hook.state));
  const resends = HOOK_LIFE.may('send-again', hook.state);
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={hook.name} faults={state.faults}>
      <BackLink href={addresses.home()}>{integrationTexts.title}</BackLink>
      <PageTitle kicker={say.title}>{hook.name}</PageTitle>
      {hook.state === 'suspended' && <Alert tone="warn">{say.hook.suspendedText}</Alert>}
      <SummaryList
        rows={[
          { label: say.hook.state, value: say.states[hook.state] },
          { label: say.hook.address, value: <span class="typed">{hook.address}</span> },
          {
            label: say.hook.facts,
            value: FACT_NAMES.filter((fact) => hook.facts.includes(fact))
              .map((fact) => factNames[fact])
              .join(', '),
          },
          { label: say.hook.madeBy, value: view.madeBy },
        ]}
      />
      <details>
        <summary>{say.hook.secretShow}</summary>
        <SummaryList large rows={[{ label: say.hook.secret, value: <span class="typed">{view.secret}</span> }]} />
      </details>
      {dead.length > 0 && (
        <Section title={say.hook.dead}>
          <p>{say.hook.deadText}</p>
          <Deliveries caption={say.hook.dead} all={dead} form={form} resends={resends} />
          {resends && (
            <ActionForm {...form} hidden={{ [HOOK_ACT.act]: 'renvoyer' }}>
              <Button kind="secondary">{say.hook.allAgain}</Button>
            </ActionForm>
          )}
        </Section>
      )}
      <Section title={say.hook.latest}>
        {latest.length === 0 ? <p>{say.hook.noneYet}</p> : <Deliveries caption={say.hook.latest} all={latest} />}
      </Section>
      <Section title={say.hook.acts}>
        {offered.map((act) => (
          <ActionForm key={act} {...form} hidden={{ [HOOK_ACT.act]: act }}>
            <Button kind="secondary">{say.hook[act]}</Button>
          </ActionForm>
        ))}
      </Section>
    </Page>
  );
}

function Deliveries({
  caption,
  all,
  form,
  resends = false,
}: {
  readonly caption: string;
  readonly all: readonly Delivery[];
  readonly form?: { readonly action: string; readonly csrf: string };
  readonly resends?: boolean;
}): JSX.Element {
  return (
    <Table
      caption={caption}
      columns={[...say.hook.columns, ...(resends ? [say.hook.again] : [])]}
      rows={all.map((one) => {
        const what = FACT_NAMES.find((fact) => fact === one.fact);
        const name = what === undefined ? one.fact : factNames[what];
        const at = shortInstant(one.createdAt);
        return {
          key: one.id,
          cells: [
            name,
            say.deliveryStates[one.state],
            at,
            String(one.tries),
            say.hook.answer(one.status, one.fault),
            ...(resends && form !== undefined && DELIVERY_LIFE.may('send-again', one.state)
              ? [
                  <ActionForm
                    key="again"
                    {...form}
                    hidden={{ [HOOK_ACT.act]: 'renvoyer', [HOOK_ACT.delivery]: one.id }}
                  >
                    <Button kind="secondary" about={`${name}, ${at}`}>
                      {say.hook.again}
                    </Button>
                  </ActionForm>,
                ]
              : []),
          ],
        };
      })}
    />
  );
}
