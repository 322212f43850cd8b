import type { JSX } from 'preact';
import {
  Alert,
  BackLink,
  Figures,
  Identifier,
  instantInWords,
  Page,
  PageTitle,
  Section,
  Status,
  Table,
  TypedWords,
  wholeNumber,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { RoundName } from '../marks.ts';
import { showNumber } from '../rules/anonymousNumber.ts';
import { writeMark } from '../rules/markText.ts';
import { absencesIn } from '../rules/settle.ts';
import { texts as say } from '../texts.ts';
import { LockedActs, OpenActs } from './batchActs.tsx';
import { Boards } from './boards.tsx';
import { type BatchView, LOOKS } from './headView.ts';
import { Reasoned } from './reasoned.tsx';

/** One batch for its head: how complete it is, and what may be done with it now. */
export function BatchPage(view: BatchView): JSX.Element {
  const { batch, name, state, standing } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={name} faults={state.faults} form={view.form}>
      <BackLink href={addresses.list({ session: batch.session })}>{say.batch.back}</BackLink>
      <PageTitle kicker={view.session} aside={<Status name={LOOKS[standing]} label={say.states[standing]} />}>
        {name}
      </PageTitle>
      {batch.lockedAt !== null && <Alert tone="ok">{say.batch.lockedOn(batch.lockedAt)}</Alert>}
      <Completeness {...view} />
      <Boards {...view} />
      {batch.lockedAt === null ? <OpenActs {...view} /> : <LockedActs {...view} />}
      <Later {...view} />
      {/* Marks by name hide nobody. */}
      {!batch.named && (
        <Reasoned
          view={view}
          form="anonymat"
          title={say.lift.title}
          text={say.lift.text}
          action={addresses.act(batch.id, 'anonymat')}
          submit={say.lift.submit}
        />
      )}
    </Page>
  );
}

function Completeness({ batch, progress, nameOf, scripts: all, attendance }: BatchView): JSX.Element {
  const { scripts, first, second, differences, settled } = progress;
  const compared = batch.rounds.first.doneAt !== null && batch.rounds.second.doneAt !== null;
  const detail = (round: RoundName): string => {
    const { clerk, doneAt } = batch.rounds[round];
    if (clerk === null) return say.batch.unnamed;
    return doneAt === null ? say.batch.by(nameOf(clerk)) : say.batch.done(nameOf(clerk), doneAt);
  };
  const typed = [
    { label: say.rounds.first, value: say.batch.typed(first, scripts), detail: detail('first') },
    { label: say.rounds.second, value: say.batch.typed(second, scripts), detail: detail('second') },
  ];
  return (
    <Figures
      figures={[
        // Where boards sign on tablets, nobody may ever type.
        ...(batch.named && first + second === 0 ? [] : typed),
        {
          label: say.batch.differences,
          value: compared ? wholeNumber(differences) : '–',
          ...(compared ? {} : { detail: say.batch.notCompared }),
          ...(differences > 0 ? { href: addresses.differences(batch.id) } : {}),
        },
        { label: say.batch.settled, value: compared ? say.batch.typed(settled, scripts) : '–' },
        // Side by side, and no more: what a script bears decides.
        {
          label: say.batch.absences,
          value: compared ? wholeNumber(absencesIn(all)) : '–',
          detail: say.batch.pointed(attendance, compared ? absencesIn(all) : null),
        },
      ]}
    />
  );
}

function Later({ later, nameOf }: BatchView): JSX.Element | null {
  if (later.length === 0) return null;
  const { columns, sorts, title } = say.later;
  return (
    <Section title={title}>
      <Table
        caption={title}
        columns={Object.values(columns)}
        rows={later.map((one, index) => ({
          key: `${one.number}-${index}`,
          cells: [
            instantInWords(one.at),
            <Identifier key="n">{showNumber(one.number)}</Identifier>,
            `${writeMark(one.mark)} (${sorts[one.sort]})`,
            nameOf(one.by),
            <TypedWords key="why">{one.reason}</TypedWords>,
          ],
        }))}
      />
    </Section>
  );
}
