import type { JSX } from 'preact';
import {
  ActionForm,
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  Page,
  type PageFrame,
  PageTitle,
} from '../../../../ui/index.ts';
import type { PaperBatch } from '../../../store/batches.ts';
import { addresses as paperDesk } from '../../addresses.ts';
import { editionTexts as say } from '../editionsTexts.ts';
import { standingOf } from './editionsPage.tsx';

export type EditionView = PageFrame & {
  readonly batch: PaperBatch;
  readonly title: string;
  readonly who: string;
  readonly fault: string | null;
};

/** One edition: how far it is, and what can be taken of it. */
export function EditionPage({ batch, title, who, fault, ...frame }: EditionView): JSX.Element {
  const standing = standingOf(batch);
  const here = paperDesk.edition(batch.id);
  return (
    <Page chrome={frame.chrome} flash={frame.flash} layout="wide" title={say.one(title)}>
      <BackLink href={paperDesk.editions()}>{say.back}</BackLink>
      <PageTitle kicker={say.states[standing]} lead={batch.what}>
        {say.one(title)}
      </PageTitle>
      {fault !== null && <Alert tone="danger">{fault}</Alert>}
      <p>
        <label for="avancement">{say.progressLabel}</label>{' '}
        <progress id="avancement" max={batch.total} value={batch.printed} />{' '}
        <strong>{say.progress(batch.printed, batch.total)}</strong>
      </p>
      <p class="muted">{say.ordered(who, batch.orderedAt)}</p>
      {batch.faulty > 0 && <Alert tone="warn">{say.faulty(batch.faulty)}</Alert>}
      {standing === 'running' && <p>{say.runningText}</p>}
      <Actions>
        {standing === 'running' && <ButtonLink href={here}>{say.refresh}</ButtonLink>}
        {batch.printed > 0 && (
          <ButtonLink
            kind={standing === 'running' ? 'secondary' : 'primary'}
            href={paperDesk.editionFiles(batch.id)}
            download
          >
            {say.download(batch.printed)}
          </ButtonLink>
        )}
      </Actions>
      {standing === 'running' && (
        <ActionForm action={here} csrf={frame.csrf} hidden={{ acte: 'arreter' }}>
          <p class="muted">{say.stopText}</p>
          <Button kind="secondary">{say.stop}</Button>
        </ActionForm>
      )}
    </Page>
  );
}
