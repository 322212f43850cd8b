import { Fragment, type JSX } from 'preact';
import { replacedUnit, sayReplacement } from '../../exam/index.ts';
import { markAddresses } from '../../marks/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  Figures,
  FoldedForm,
  listing,
  Page,
  PageTitle,
  Section,
  Status,
  Table,
  wholeNumber,
} from '../../ui/index.ts';
import { laterKey } from '../actions/closeRecord.ts';
import { addresses } from '../addresses.ts';
import { JURY_LIFE } from '../jury.ts';
import type { BatchSign } from '../rules/batchShift.ts';
import { texts as say } from '../texts.ts';
import { ArrangedPart } from './arrangedPart.tsx';
import { juryFields, juryTyped, reasonField } from './fields.ts';
import { STATE_LOOKS } from './listPage.tsx';
import { Members } from './membersPart.tsx';
import { Additions, RecordFiles } from './recordPart.tsx';
import type { JuryView } from './views.ts';

/** One jury: what keeps its record open, its members, its closing; once closed, its record. */
export function JuryPage(view: JuryView): JSX.Element {
  const { jury, state, head, nameOf, form } = view;
  const status = <Status name={STATE_LOOKS[jury.state]} label={jury.record ?? say.states[jury.state]} />;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={jury.name} faults={state.faults} form={form}>
      <BackLink href={addresses.list({ session: head ? jury.session : undefined })}>{say.back}</BackLink>
      <PageTitle kicker={view.session} aside={status} lead={listing(jury.specialities.map(nameOf))}>
        {jury.name}
      </PageTitle>
      <p>{say.when(jury)}</p>
      <Standing {...view} />
      {jury.state === 'closed' ? (
        <>
          <RecordFiles {...view} />
          <Additions {...view} />
          <ArrangedPart {...view} />
          <Members {...view} />
        </>
      ) : (
        <>
          <Obstacles {...view} />
          <Keep {...view} />
          <Signs {...view} />
          <Later {...view} />
          <Closing {...view} />
          <ArrangedPart {...view} />
          <Members {...view} />
          {head && JURY_LIFE.may('compose', jury.state) && <Change {...view} />}
        </>
      )}
    </Page>
  );
}

function Standing({ counts, jury, head, obstacles }: JuryView): JSX.Element {
  const refused = counts.near + counts.below + counts.barred;
  const to = (liste: string): string => addresses.candidates(jury.id, { liste });
  return (
    <>
      <Figures
        figures={[
          { label: say.counts.candidates, value: wholeNumber(counts.all) },
          ...(jury.state === 'closed'
            ? []
            : [{ label: say.counts.toExamine, value: wholeNumber(counts.toExamine), href: to('a-voir') }]),
          { label: say.counts.near, value: wholeNumber(counts.near), href: to('proches') },
          { label: say.counts.admitted, value: wholeNumber(counts.admitted), href: to('admis') },
          { label: say.counts.refused, value: wholeNumber(refused) },
          { label: say.counts.notJudged, value: wholeNumber(counts['not-judged']), href: to('non-juges') },
          { label: say.counts.points, value: wholeNumber(counts.points) },
        ]}
      />
      <Actions>
        <ButtonLink
          kind={head && jury.state !== 'closed' && obstacles.length === 0 ? 'secondary' : 'primary'}
          href={addresses.candidates(jury.id)}
        >
          {head && JURY_LIFE.may('deliberate', jury.state) ? say.toCandidates : say.toCandidatesRead}
        </ButtonLink>
      </Actions>
    </>
  );
}

function Obstacles({ obstacles, nameOf, head, jury }: JuryView): JSX.Element {
  const { title, none, sentence } = say.obstacles;
  if (obstacles.length === 0)
    return (
      <Alert tone="ok" title={title(0)}>
        {none}
      </Alert>
    );
  const words = (one: (typeof obstacles)[number]): string => {
    switch (one.code) {
      case 'batch-open':
        return sentence['batch-open'](one, nameOf);
      case 'coefficient-unknown':
        return sentence['coefficient-unknown'](one, nameOf);
      case 'mark-missing':
        return sentence['mark-missing'](one);
      case 'points-stale':
      case 'out-of-number':
      case 'to-examine':
        return sentence[one.code](one);
      default:
        return sentence[one.code];
    }
  };
  return (
    <Alert tone="warn" title={title(obstacles.length)}>
      <ul>
        {obstacles.map((one) => (
          <li key={one.code}>{words(one)}</li>
        ))}
      </ul>
      {head && obstacles.some(({ code }) => code === 'batch-open' || code === 'mark-missing') && (
        <p>
          <a href={markAddresses.list({ session: jury.session })}>{say.toBatches}</a>
        </p>
      )}
    </Alert>
  );
}

/** Whoever nobody looked at is kept for a reason, or looked at one by one. */
function Keep({ jury, head, obstacles, counts, csrf, form, state }: JuryView): JSX.Element | null {
  if (!head || !JURY_LIFE.may('deliberate', jury.state) || !obstacles.some(({ code }) => code === 'to-examine'))
    return null;
  return (
    <FoldedForm
      name="garder"
      title={say.closing.keep(counts.toExamine)}
      action={addresses.act(jury.id, 'garder')}
      csrf={csrf}
      version={jury.rowVersion}
      fields={[reasonField]}
      refused={form === 'garder' ? state : null}
    >
      <p>{say.closing.keepText}</p>
    </FoldedForm>
  );
}

/** What may be wrong with a batch, with what makes one think so. */
function Signs({ signs, nameOf, head }: JuryView): JSX.Element | null {
  if (signs.length === 0) return null;
  const { title, lead, sentence, scale, toBatch } = say.signs;
  return (
    <Alert tone="warn" title={title}>
      <p>{lead}</p>
      {signs.map((one) => {
        const name = `${nameOf(one.speciality)} ${one.unit}`;
        return (
          <Fragment key={name}>
            <p>
              <strong>{name}</strong>
              {'\u00a0: '}
              {sentence(one)}{' '}
              {head && one.batch !== null && (
                <a href={markAddresses.batch(one.batch)} aria-label={`${toBatch}, ${name}`}>
                  {toBatch}
                </a>
              )}
            </p>
            {one.sign !== 'far' && <Evidence sign={one} name={name} />}
          </Fragment>
        );
      })}
      {signs.some(({ sign }) => sign !== 'far') && <p class="muted">{scale}</p>}
    </Alert>
  );
}

/** How alike its candidates rank here and elsewhere, as the column stands and as it would if it were moved. */
function Evidence({
  sign,
  name,
}: {
  readonly sign: Exclude<BatchSign, { sign: 'far' }>;
  readonly name: string;
}): JSX.Element {
  const { columns, asIs, moved, alike } = say.signs;
  const rows = [
    { label: asIs, like: sign.asIs },
    ...(sign.sign === 'shifted' ? [{ label: moved(sign.lines), like: sign.moved }] : []),
  ];
  return (
    <Table
      caption={name}
      columns={[columns.column, { label: columns.candidates, figures: true }, columns.alike]}
      rows={rows.map(({ label, like }) => ({
        key: label,
        cells: [label, wholeNumber(like.candidates), alike(like.alike)],
      }))}
    />
  );
}

function Closing(view: JuryView): JSX.Element | null {
  const { jury, head, obstacles, mayConfirm, personOf, csrf, form, state } = view;
  const { title, text, submit, asked, askedText, yours, confirm, giveBack } = say.closing;
  if (JURY_LIFE.may('ask-to-close', jury.state))
    return head && obstacles.length === 0 ? (
      <Section title={title}>
        <p>{text}</p>
        <ActionForm action={addresses.act(jury.id, 'cloture')} csrf={csrf} version={jury.rowVersion}>
          <WithoutLater {...view} />
          <Button>{submit}</Button>
        </ActionForm>
      </Section>
    ) : null;
  return (
    <Section title={title}>
      {jury.proposedAt !== null && <p>{asked(personOf(jury.proposedBy), jury.proposedAt)}</p>}
      {mayConfirm ? (
        <ActionForm action={addresses.act(jury.id, 'confirmation')} csrf={csrf} version={jury.rowVersion}>
          <WithoutLater {...view} />
          <Button>{confirm}</Button>
        </ActionForm>
      ) : (
        <p>{head ? yours : askedText}</p>
      )}
      {head && (
        <FoldedForm
          name="reprise"
          title={giveBack}
          action={addresses.act(jury.id, 'reprise')}
          csrf={csrf}
          version={jury.rowVersion}
          fields={[reasonField]}
          refused={form === 'reprise' ? state : null}
        />
      )}
    </Section>
  );
}

/** Which replacement tests have no locked marks yet, and what follows: a person says that they close without them. */
function Later({ later, nameOf, jury, head }: JuryView): JSX.Element | null {
  if (later.length === 0) return null;
  return (
    <Alert tone="warn" title={say.closing.later(later.length)} level={3}>
      <ul>
        {later.map(({ speciality, unit }) => (
          <li key={`${speciality} ${unit}`}>{sayReplacement(unit, `${nameOf(speciality)} ${replacedUnit(unit)}`)}</li>
        ))}
      </ul>
      <p>{say.closing.laterText}</p>
      {head && (
        <p>
          <a href={markAddresses.list({ session: jury.session })}>{say.toBatches}</a>
        </p>
      )}
    </Alert>
  );
}

function WithoutLater({ later }: JuryView): JSX.Element | null {
  if (later.length === 0) return null;
  return (
    <div class="choice">
      <input type="checkbox" id="sans" name="sans" value={later.map(laterKey).join(' ')} required />
      <label for="sans">{say.closing.without}</label>
    </div>
  );
}

function Change({ jury, specialities, csrf, form, state }: JuryView): JSX.Element {
  return (
    <FoldedForm
      name="jury"
      title={say.words.change}
      action={addresses.act(jury.id, 'jury')}
      csrf={csrf}
      version={jury.rowVersion}
      fields={juryFields(specialities)}
      refused={form === 'jury' ? state : null}
      typed={juryTyped(jury)}
      submit={say.words.save}
    />
  );
}
