import type { JSX } from 'preact';
import { letterTexts } from '../../papers/index.ts';
import { Alert, Section, Status, Timeline } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { labelOf } from '../checklist.ts';
import { shownState } from '../rules/requestActs.ts';
import { serviceTexts } from '../serviceTexts.ts';
import type { FileView } from './fileView.ts';
import { LOOKS } from './requestView.ts';

const say = serviceTexts.request;

/** What is asked, and all that was done with it. */
export function RequestFacts(view: FileView): JSX.Element | null {
  const { request, checklist, demands, advice } = view;
  if (request === null) return null;
  const { measures, words, receivedOn, submittedAt } = request;
  const state = shownState(request, 'service');
  return (
    <Section title={say.asks} action={<Status name={LOOKS[state]} label={serviceTexts.states[state]} />}>
      <p>{receivedOn !== null ? say.onPaper(receivedOn) : submittedAt !== null && say.sent(submittedAt)}</p>
      {measures.length === 0 ? (
        <p class="muted">{say.nothingTicked}</p>
      ) : (
        <ul>
          {measures.map((code) => (
            <li key={code}>{labelOf(checklist.measures, code)}</li>
          ))}
        </ul>
      )}
      {words !== '' && <p class="typed">{words}</p>}
      <Lateness {...view} />
      {demands.length > 0 && (
        <>
          <h3>{say.demands}</h3>
          <Timeline
            entries={demands.map(({ at, words: asked, until }) => ({
              key: at.toString(),
              at,
              text: say.demand(asked, until),
            }))}
          />
        </>
      )}
      {advice !== null && (
        <>
          <h3>{say.advice(advice.givenOn)}</h3>
          <ul>
            {advice.measures.map(({ code, favourable }) => (
              <li key={code}>
                {labelOf(checklist.measures, code)}
                {'\u00a0: '}
                {favourable ? say.favourable : say.unfavourable}
              </li>
            ))}
          </ul>
        </>
      )}
      <Decisions {...view} />
    </Section>
  );
}

function Lateness({ request }: FileView): JSX.Element | null {
  if (request === null || request.late === null) return null;
  const { revealedOn, words } = request.late;
  return (
    <Alert tone="warn">
      <p>{say.late}</p>
      <p>{revealedOn === null ? say.notRevealed : say.revealedOn(revealedOn)}</p>
      {words !== '' && <p>{say.lateWords(words)}</p>}
    </Alert>
  );
}

function Decisions({ decisions, notifications, notified, file }: FileView): JSX.Element | null {
  if (decisions.length === 0) return null;
  const labels = (of: (typeof decisions)[number], granted: boolean): readonly string[] =>
    of.measures.filter((one) => one.granted === granted).map(({ label }) => label);
  return (
    <>
      <h3>{say.decisions}</h3>
      <Timeline
        entries={decisions.map((decision) => {
          const opened = notifications.find(({ id }) => id === decision.paperId)?.openedAt ?? null;
          return {
            key: String(decision.rank),
            at: decision.at,
            text: (
              <>
                <p>{say.decided(labels(decision, true), labels(decision, false))}</p>
                <p>
                  <a href={addresses.notification(file.enrolmentId, decision.paperId)}>{say.notification}</a>
                  {'. '}
                  {opened === null ? say.notOpened : say.opened(opened)} {notified.get(decision.paperId)}
                </p>
                {decision === decisions[0] && (
                  <p>
                    <a href={addresses.letter(file.enrolmentId)}>{letterTexts.title}</a>
                    {' · '}
                    <a href={addresses.postedAppeal(file.enrolmentId)}>{say.postedAppeal}</a>
                  </p>
                )}
              </>
            ),
          };
        })}
      />
    </>
  );
}
