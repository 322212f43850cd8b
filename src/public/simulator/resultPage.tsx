import type { JSX } from 'preact';
import { ExamineSituation, enrolmentTexts, officersToAsk, waysOut } from '../../enrolment/index.ts';
import { endByMode } from '../../pieces/index.ts';
import type { EligibilitySimulation } from '../../simulation/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  type Chrome,
  dayInWords,
  endInWords,
  linesOf,
  Page,
  PageTitle,
  type Row,
  RowList,
  Section,
  SummaryList,
  type SummaryRow,
  shortDay,
  untilInWords,
} from '../../ui/index.ts';
import { texts } from '../texts.ts';
import { type Answers, addressOf, keepsForm } from './answers.ts';
import { KEPT_DAYS } from './carry.ts';
import { jobsIn } from './jobs.ts';
import { type Question, type QuestionSetting, questionsFor, specialityIn } from './questions.ts';

const say = texts.simulator.result;
const TONES = { eligible: 'ok', 'to-check': 'info', 'not-eligible': 'warn' } as const;

export type ResultView = {
  readonly chrome: Chrome;
  readonly place: QuestionSetting;
  readonly answers: Answers;
  readonly simulation: EligibilitySimulation;
  readonly csrf: string;
  /** Opens this result elsewhere, until that instant of real time. */
  readonly link: { readonly href: string; readonly until: Temporal.Instant };
};

/** The verdict with its reasons, the months of work, the personal list of pieces and dates; to print, or to take along. */
export function ResultPage({ chrome, place, answers, simulation, csrf, link }: ResultView): JSX.Element {
  const { verdict, reasons, pieces } = simulation;
  const last = questionsFor(place, answers).at(-1);
  // An address elsewhere is all that keeps from registering here.
  const isElsewhere = reasons.some(({ code, met }) => code === 'residence' && met === false);
  const { catalogue, academy } = place;
  const speciality = specialityIn(place, answers)?.cfd ?? '';
  const contacts = officersToAsk({ catalogue, academy, answers: { qualification: { speciality } } });
  return (
    <Page chrome={chrome} title={say.documentTitle}>
      {last !== undefined && (
        <BackLink href={addressOf(`/simulateur/${last.name}`, answers)}>{texts.simulator.back}</BackLink>
      )}
      <PageTitle kicker={texts.simulator.title} lead={say.on(dayInWords(place.today), place.session.label)}>
        {say.title}
      </PageTitle>
      <Alert tone={TONES[verdict]} title={isElsewhere ? say.otherAcademy : say.verdicts[verdict]}>
        {say.notADecision}
      </Alert>
      <ExamineSituation contacts={contacts} />
      <Section title={say.reasons}>
        <SummaryList
          rows={reasons.map(({ code, met, detail, message, source }) => ({
            label: enrolmentTexts.eligibility.met({ met, detail }),
            value: (
              <>
                {message}
                <br />
                <span class="muted">{say.source(source)}</span>
                <WaysOut ways={waysOut({ code, met }, place.exam, !keepsForm(answers, place.exam))} />
              </>
            ),
          }))}
        />
      </Section>
      {place.exam.admission.practice !== undefined && <Work simulation={simulation} />}
      <Section title={say.pieces}>
        <p>{say.piecesText}</p>
        <RowList rows={pieces.map(pieceRow)} />
        <p>
          <a href={`/calendrier#session-${place.session.code}`}>{say.calendar}</a>
        </p>
      </Section>
      <Section title={say.answers}>
        <SummaryList rows={answerRows(place, answers)} />
      </Section>
      {!isElsewhere && (
        <Section title={say.keep}>
          <p>{say.keepText(KEPT_DAYS)}</p>
          <ActionForm action="/simulateur/garder" csrf={csrf} hidden={answers}>
            <Button>{say.keep}</Button>
          </ActionForm>
        </Section>
      )}
      <Section title={say.elsewhere}>
        <p>{say.elsewhereText(endInWords(link.until))}</p>
        <p>
          <a href={link.href}>{say.elsewhereLink}</a>
        </p>
        <p class="muted">{say.print}</p>
        <Actions>
          <ButtonLink kind="secondary" href={`/simulateur/${questionsFor(place, {})[0]?.name ?? 'specialite'}`}>
            {texts.simulator.restart}
          </ButtonLink>
        </Actions>
      </Section>
    </Page>
  );
}

function WaysOut({ ways }: { readonly ways: readonly string[] }): JSX.Element | null {
  if (ways.length === 0) return null;
  return (
    <ul>
      {ways.map((way) => (
        <li key={way}>{way}</li>
      ))}
    </ul>
  );
}

function Work({ simulation }: { readonly simulation: EligibilitySimulation }): JSX.Element {
  const { months, requiredMonths, monthsAtExam, reachedOn } = simulation.experience;
  const missing = requiredMonths - months;
  // Who doesn't know the diploma may need less.
  const unsure = simulation.reasons.some(({ code, detail }) => code.startsWith('experience') && detail === 'unknown');
  const rows: readonly SummaryRow[] = [
    { label: say.worked, value: say.months(months) },
    { label: say.atExam, value: say.months(monthsAtExam) },
    { label: say.required, value: say.months(requiredMonths) },
    ...(missing > 0 ? [{ label: unsure ? say.missingWithout : say.missing, value: say.months(missing) }] : []),
    ...(missing > 0
      ? [
          {
            label: say.reached,
            value: reachedOn === undefined ? say.never : dayInWords(Temporal.PlainDate.from(reachedOn)),
          },
        ]
      : []),
  ];
  return (
    <Section title={say.work}>
      <SummaryList rows={rows} />
    </Section>
  );
}

function pieceRow({ code, label, why, due, mode }: EligibilitySimulation['pieces'][number]): Row {
  const until = untilInWords(endByMode(mode, Temporal.Instant.from(due)));
  return {
    key: `piece-${code}`,
    title: label,
    code,
    lines: [why, mode === 'post' ? say.byPost(until) : say.by(until)],
  };
}

/** What was answered, each with the way back to its question. */
function answerRows(place: QuestionSetting, answers: Answers): readonly SummaryRow[] {
  return questionsFor(place, answers).map((question) => ({
    label: texts.simulator.questions[question.name].label,
    value: answered(place, answers, question),
    modify: addressOf(`/simulateur/${question.name}`, answers),
  }));
}

function answered(place: QuestionSetting, answers: Answers, question: Question): string {
  if (question.name === 'travail') {
    const jobs = jobsIn(answers).map(({ from, to }) =>
      to === null ? say.jobSince(shortDay(from)) : say.jobUntil(shortDay(from), shortDay(to)),
    );
    return jobs.length === 0 ? say.none : jobs.join(' ; ');
  }
  if (question.name === 'heures' && Number.isNaN(Number(answers.heures))) return texts.simulator.unknown;
  return linesOf(question.fields(place, answers), answers)
    .map(({ value }) => value)
    .join(', ');
}
