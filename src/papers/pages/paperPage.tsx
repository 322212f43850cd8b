import type { JSX } from 'preact';
import { Actions, Alert, BackLink, ButtonLink, type Chrome, Page } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Paper } from '../paper.ts';
import { editionInWords } from '../texts.ts';
import { PaperSheet } from './sheet.tsx';
import { pageTexts } from './texts.ts';

const say = pageTexts.page;

/** One paper. `latest`: the address of the version that replaces it, or null. */
export function PaperPage({
  chrome,
  paper,
  latest,
  notified,
  contest,
}: {
  readonly chrome: Chrome;
  readonly paper: Paper;
  readonly latest: string | null;
  /** Where its notification stands, of a decision. */
  readonly notified: string | null;
  /** Where the decision that it tells is contested; null: it tells none. */
  readonly contest: string | null;
}): JSX.Element {
  return (
    <Page chrome={chrome} title={paper.title}>
      <BackLink href={addresses.list(paper.enrolmentId)}>{say.back}</BackLink>
      {latest !== null && (
        <Alert tone="warn">
          <p>
            {say.replaced(editionInWords(paper))} <a href={latest}>{say.seeLatest}</a>
          </p>
        </Alert>
      )}
      {notified !== null && <Alert tone="info">{notified}</Alert>}
      {contest !== null && (
        <p>
          <a href={contest}>{say.contest}</a>
        </p>
      )}
      <Actions>
        <ButtonLink href={addresses.pdf(paper.enrolmentId, paper.id)}>{say.print}</ButtonLink>
        <ButtonLink kind="secondary" href={addresses.download(paper.enrolmentId, paper.id)}>
          {say.download}
        </ButtonLink>
      </Actions>
      <PaperSheet content={paper.content} level={1} />
    </Page>
  );
}
