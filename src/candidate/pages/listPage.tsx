import type { JSX } from 'preact';
import type { Catalogue } from '../../catalogue/index.ts';
import { type Enrolment, enrolmentAddresses, isLiving, type StepName } from '../../enrolment/index.ts';
import { examAddresses } from '../../exam/index.ts';
import { codesOf, type Remaining } from '../../pieces/index.ts';
import { convocationTexts, type SoonTest } from '../../summonses/index.ts';
import {
  ButtonLink,
  type Chrome,
  EmptyState,
  type Flash,
  Page,
  PageTitle,
  RowList,
  shortInstant,
  Tag,
} from '../../ui/index.ts';
import { datesInWords, turnInWords } from '../state.ts';
import { texts } from '../texts.ts';
import { NextAct } from './nextAct.tsx';

const say = texts.list;

export type ListedEnrolment = {
  readonly enrolment: Enrolment;
  readonly speciality: string | null;
  readonly session: string;
  /** Null of a session that the rules no longer know. */
  readonly remaining: Remaining | null;
  /** The decision against them that stands, in short. */
  readonly decided?: string | null;
  /** Where they go on with their answers; null as above. */
  readonly step: StepName | null;
  /** What they sit next within a week. */
  readonly soon?: SoonTest | null;
};

/** *Mes inscriptions*: every enrolment of the account, those of which something is sat within a week first, the next before, then the living ones, each with whose turn it is and its next date; all else is on its page. */
export function ListPage({
  chrome,
  catalogue,
  enrolments,
  flash,
}: {
  readonly chrome: Chrome;
  readonly catalogue: Catalogue;
  readonly enrolments: readonly ListedEnrolment[];
  readonly flash: Flash | null;
}): JSX.Element {
  const begin = <ButtonLink href="/candidatures/nouvelle">{say.begin}</ButtonLink>;
  const sitting = enrolments
    .flatMap((one) => (one.soon == null ? [] : [{ ...one, soon: one.soon }]))
    .toSorted((a, b) => compareStarts(a.soon, b.soon));
  const [first] = sitting;
  const summons =
    first === undefined
      ? []
      : [
          <ButtonLink key="summons" href={examAddresses.summons(first.enrolment.id)}>
            {convocationTexts.hub}
          </ButtonLink>,
        ];
  const next = enrolments.flatMap(({ enrolment, remaining, step }) =>
    remaining === null ||
    step === null ||
    enrolment.reserve === 'upheld' ||
    (remaining.next === null && codesOf(remaining, 'late').length === 0)
      ? []
      : [<NextAct key="next" of={{ enrolment, catalogue, step }} remaining={remaining} />],
  );
  // Until the day itself, what is still to be done has the button.
  const [urgent] = first?.soon.isToday === true ? summons : [...next, ...summons];
  return (
    <Page chrome={chrome} title={say.title} flash={flash}>
      <PageTitle>{say.title}</PageTitle>
      {enrolments.length === 0 ? (
        <EmptyState title={say.none} action={begin}>
          {say.noneText}
        </EmptyState>
      ) : (
        <>
          <RowList
            level={2}
            rows={[...sitting, ...enrolments.filter(({ soon = null }) => soon === null)].map((listed) => {
              const { enrolment, speciality, session, remaining, decided = null, soon = null } = listed;
              const dates = remaining === null ? [] : datesInWords(enrolment, remaining);
              const state = turnInWords(enrolment, remaining);
              return {
                key: `inscription-${enrolment.id}`,
                title: speciality === null ? session : `${speciality}, ${session}`,
                href: enrolmentAddresses.hub(enrolment.id),
                ...(enrolment.number === null ? {} : { code: enrolment.number }),
                lines: [
                  ...(soon === null
                    ? []
                    : [convocationTexts.next[soon.is](soon.seat), convocationTexts.whereOf(soon.seat)]),
                  ...(decided === null ? [] : [decided]),
                  ...(isUnderReserve(enrolment) && state !== say.turns.reserve ? [say.turns.reserve] : []),
                  ...(dates.length > 0 ? dates : [say.saved(shortInstant(enrolment.savedAt))]),
                ],
                status: <Tag>{state}</Tag>,
              };
            })}
          />
          <p>{urgent === undefined ? !enrolments.some(({ enrolment }) => isLiving(enrolment)) && begin : urgent}</p>
        </>
      )}
    </Page>
  );
}

function compareStarts({ seat: one }: SoonTest, { seat: other }: SoonTest): number {
  return Temporal.Instant.compare(Temporal.Instant.from(one.startsAt), Temporal.Instant.from(other.startsAt));
}

function isUnderReserve({ status, reserve }: ListedEnrolment['enrolment']): boolean {
  return status === 'registered' && reserve === 'pending';
}
