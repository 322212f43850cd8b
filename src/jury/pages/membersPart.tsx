import type { JSX } from 'preact';
import { examinerAddresses, type Juror } from '../../examiners/index.ts';
import {
  ActionForm,
  Alert,
  Button,
  clockTime,
  FoldedForm,
  Form,
  FormFields,
  Section,
  Table,
  TypedWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { JURY_LIFE, type Member } from '../jury.ts';
import { texts } from '../texts.ts';
import { memberFields, momentFields, quorumField } from './fields.ts';
import type { JuryView } from './views.ts';

const say = texts.members;

/** Who sits in a jury, who is there, and whether they are enough. */
export function Members(view: JuryView): JSX.Element {
  const { jury, head, rules, members, composition, csrf, form, state } = view;
  if (rules === null || composition === null)
    return (
      <Section title={say.title}>
        <p>{say.noRules}</p>
      </Section>
    );
  const writes = head && JURY_LIFE.may('compose', jury.state);
  return (
    <Section title={say.title} id="membres">
      <p class="muted">
        {say.halves(composition.named.teaching, composition.named.trade)}. {say.source(rules.source)} {rules.note ?? ''}
      </p>
      {members.length > 0 && composition.flags.length > 0 && (
        <Alert tone="info">
          <ul>
            {composition.flags.map((flag) => (
              <li key={flag}>{say.flags[flag]}</li>
            ))}
          </ul>
        </Alert>
      )}
      {members.length === 0 ? (
        <p>{say.none}</p>
      ) : writes ? (
        <Form
          action={addresses.act(jury.id, 'seance')}
          csrf={csrf}
          version={jury.rowVersion}
          state={form === 'seance' ? state : { typed: typedOf(view), faults: [] }}
          prefix="seance"
          label={say.there}
          submit={say.save}
          kind="secondary"
        >
          <MemberTable {...view} writes />
          <FormFields fields={[...momentFields, quorumField]} />
          <p class="muted">{say.quorumSource(rules.quorum.source, rules.quorum.note)}</p>
        </Form>
      ) : (
        <MemberTable {...view} writes={false} />
      )}
      <Moments {...view} writes={writes} />
      {writes && <NewMember {...view} />}
      {writes && members.some(({ examinerId }) => examinerId !== null) && (
        <p>
          <a href={examinerAddresses.convene({ session: jury.session })}>{say.convene}</a>
        </p>
      )}
    </Section>
  );
}

/** As the jury stands now; whoever writes after the end opens the sitting again. */
function typedOf({ jury, moments }: JuryView): Readonly<Record<string, string>> {
  const etat = moments.at(-1)?.sitting === 'paused' ? 'paused' : 'open';
  return { etat, ...(jury.quorum ? { quorum: 'oui' } : {}) };
}

/** What changed at which hour; the last may be taken away. */
function Moments({
  moments,
  members,
  jury,
  csrf,
  writes,
}: JuryView & { readonly writes: boolean }): JSX.Element | null {
  if (moments.length === 0) return null;
  const { title, columns, yes, no, nobody, drop } = say.moments;
  const named = new Map(members.map(({ id, name }) => [id, name]));
  const who = (there: readonly string[]): string => there.map((id) => named.get(id) ?? '').join(', ') || nobody;
  return (
    <>
      <Table
        caption={title}
        captionShown
        columns={[
          { label: columns.at, narrow: true },
          { label: columns.sitting, narrow: true },
          columns.there,
          { label: columns.quorum, narrow: true },
        ]}
        rows={moments.map(({ id, at, sitting, there, quorum }) => ({
          key: id,
          cells: [
            clockTime(at),
            say.sittings[sitting],
            <TypedWords key="t">{who(there)}</TypedWords>,
            quorum ? yes : no,
          ],
        }))}
      />
      {writes && (
        <ActionForm action={addresses.dropMoment(jury.id)} csrf={csrf} version={jury.rowVersion}>
          <Button kind="danger">{drop}</Button>
        </ActionForm>
      )}
    </>
  );
}

function MemberTable(view: JuryView & { readonly writes: boolean }): JSX.Element {
  const { jury, rules, members, writes, moments } = view;
  // To who only reads, its moments say who was there when.
  const saysPresence = writes || moments.length === 0;
  const label = new Map((rules?.qualities ?? []).map((one) => [one.code, one.label]));
  const order = [...label.keys()];
  const said = new Map(members.map((one) => [one.id, saidOf(view, one)]));
  const anySaid = [...said.values()].some((some) => some.length > 0);
  const sorted = members.toSorted((a, b) => order.indexOf(a.quality) - order.indexOf(b.quality));
  return (
    <Table
      caption={say.title}
      columns={[
        say.columns.name,
        say.columns.quality,
        ...(anySaid ? [say.columns.said] : []),
        ...(saysPresence ? [{ label: say.columns.present, narrow: true }] : []),
        ...(writes ? [{ label: say.columns.act, narrow: true }] : []),
      ]}
      rows={sorted.map((one) => ({
        key: one.id,
        cells: [
          <TypedWords key="n">{named(one)}</TypedWords>,
          label.get(one.quality) ?? one.quality,
          ...(anySaid ? [(said.get(one.id) ?? []).join('\u00a0; ')] : []),
          ...(saysPresence ? [writes ? <Presence key="p" member={one} /> : presence(one)] : []),
          ...(writes
            ? [
                <Button
                  key="r"
                  kind="danger"
                  formaction={addresses.unseat(jury.id)}
                  name="membre"
                  value={one.id}
                  about={one.name}
                >
                  {say.unseat}
                </Button>,
              ]
            : []),
        ],
      }))}
    />
  );
}

/** Of somebody of the academy: what they answered, what speaks against them that day, whom they leave the room for. */
function saidOf({ rules, jurors, apart }: JuryView, { examinerId, quality, name }: Member): readonly string[] {
  const juror = jurors.find(({ person }) => person.id === examinerId);
  if (juror === undefined) return [];
  const half = rules?.qualities.find(({ code }) => code === quality)?.half;
  const links = apart.get(name) ?? [];
  return [
    juror.state,
    ...(half === undefined || half === HALVES[juror.person.side] ? [] : [say.otherHalf]),
    ...juror.against,
    ...(links.length === 0 ? [] : [say.apart(links)]),
  ];
}

/** For which half of a jury a person of the academy counts (D337-123). */
const HALVES: Readonly<Record<Juror['person']['side'], 'teaching' | 'trade' | null>> = {
  teaching: 'teaching',
  employer: 'trade',
  employee: 'trade',
  other: null,
};

function Presence({ member }: { readonly member: Member }): JSX.Element {
  return (
    <input
      type="checkbox"
      name="presents"
      value={member.id}
      checked={member.present === true}
      aria-label={say.isThere(member.name)}
    />
  );
}

function named({ name, title, accountId }: Member): string {
  return [name, title, accountId === null ? '' : say.account].filter((part) => part !== '').join(', ');
}

function presence({ present }: Member): string {
  return present === null ? say.unsaid : present ? say.present : say.absent;
}

function NewMember({ jury, rules, accounts, jurors, csrf, form, state, members }: JuryView): JSX.Element {
  const there = new Set(members.map(({ examinerId }) => examinerId));
  // Those against whom nothing speaks come first.
  const people = jurors
    .filter(({ person }) => !there.has(person.id))
    .toSorted((a, b) => Number(a.against.length > 0) - Number(b.against.length > 0))
    .map(({ person: { id, lastName, firstName, title }, against }) => ({
      value: id,
      label: [`${lastName} ${firstName}`, title, ...against].filter((part) => part !== '').join(', '),
    }));
  const qualities = (rules?.qualities ?? []).map(({ code, label }) => ({ value: code, label }));
  return (
    <FoldedForm
      name="membres"
      title={say.add}
      action={addresses.act(jury.id, 'membres')}
      csrf={csrf}
      version={jury.rowVersion}
      fields={memberFields(qualities, accounts, people)}
      refused={form === 'membres' ? state : null}
      open={members.length === 0}
      submit={say.submit}
    />
  );
}
