import type { JSX } from 'preact';
import { enrolmentAddresses, type StepName, titleOf } from '../../enrolment/index.ts';
import { ButtonLink, type Chrome, Page, PageTitle } from '../../ui/index.ts';
import { pageTexts } from './texts.ts';

const say = pageTexts.nothingYet;

/** No registered version: when the confirmation comes, and the step that leads there. `next` is null for a draft given up. */
export function NothingYetPage({
  chrome,
  enrolmentId,
  next,
}: {
  readonly chrome: Chrome;
  readonly enrolmentId: string;
  readonly next: StepName | null;
}): JSX.Element {
  return (
    <Page chrome={chrome} title={say.title}>
      <PageTitle lead={next === null ? say.ended : say.text}>{say.title}</PageTitle>
      <p>
        {next === null ? (
          <ButtonLink href={enrolmentAddresses.list}>{say.toList}</ButtonLink>
        ) : (
          <ButtonLink href={enrolmentAddresses.step(enrolmentId, next)}>{say.next(titleOf(next))}</ButtonLink>
        )}
      </p>
    </Page>
  );
}
