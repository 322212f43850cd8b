import type { JSX } from 'preact';
import type { Publication } from '../../catalogue/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  instantInWords,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  shortInstant,
  Table,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Draft } from '../draft.ts';
import type { Differences as Found } from '../rules/difference.ts';
import type { RuleEffect } from '../store/effects.ts';
import { texts } from '../texts/checking.ts';
import { Sentences } from './casesPage.tsx';
import { Differences } from './differencesPage.tsx';
import { FEW } from './effectsPage.tsx';

const say = texts.publication;

export type PublicationView = PageFrame & {
  readonly publication: Publication;
  readonly isInForce: boolean;
  /** null: delivered with the software, or written in another academy. */
  readonly draft: Draft | null;
  /** Against the publication before; null for the first. */
  /** undefined: nothing was published before. */
  readonly differences: Found | null | undefined;
  readonly effects: readonly RuleEffect[];
  /** May this person read files? */
  readonly named: boolean;
  readonly nameOf: (account: string | null) => string;
  readonly idempotencyKey: string;
};

/** One publication: who wrote it and who published it, what it changed, whom it touched and when they were told. */
export function PublicationPage(props: PublicationView): JSX.Element {
  const { chrome, csrf, flash, publication, isInForce, draft, differences, effects, named, nameOf, idempotencyKey } =
    props;
  const { id, publishedAt } = publication;
  const title = draft?.title ?? say.title(id);
  return (
    <Page chrome={chrome} flash={flash} layout="wide" sheets={['rules']} title={title}>
      <BackLink href={addresses.home()}>{say.back}</BackLink>
      <PageTitle
        kicker={say.title(id)}
        lead={isInForce ? say.since(instantInWords(publishedAt)) : say.from(instantInWords(publishedAt))}
      >
        {title}
      </PageTitle>
      {publication.origin === 'folder' && <p>{say.delivered}</p>}
      {draft !== null && (
        <>
          <p>{say.by(draft.authors.map(nameOf).join(', '), nameOf(draft.publishedBy))}</p>
          <p class="typed">{draft.purpose}</p>
          {draft.publishedDespite !== null && (
            <Alert tone="warn" title={say.despite}>
              <p class="typed">{draft.publishedDespite}</p>
            </Alert>
          )}
        </>
      )}
      {draft?.applied !== null && draft?.applied !== undefined && (
        <EffectSection draft={draft} effects={effects} named={named} />
      )}
      {differences !== undefined && (
        <Section title={texts.differences.title}>
          <Differences differences={differences} />
        </Section>
      )}
      {!isInForce && <p>{say.restoreHint}</p>}
      <Actions>
        <ButtonLink kind="secondary" href={addresses.publicationExport(id)} download>
          {texts.overview.export}
        </ButtonLink>
        {!isInForce && (
          <ActionForm action={`${addresses.publication(id)}/reprendre`} csrf={csrf} idempotencyKey={idempotencyKey}>
            <Button kind="secondary">{say.restore}</Button>
          </ActionForm>
        )}
      </Actions>
    </Page>
  );
}

function EffectSection({
  draft,
  effects,
  named,
}: {
  readonly draft: Draft;
  readonly effects: readonly RuleEffect[];
  readonly named: boolean;
}): JSX.Element {
  const told = effects.filter(({ toldAt }) => toldAt !== null).length;
  return (
    <Section title={texts.effects.title}>
      <p>{draft.applied === true ? say.applied : say.notApplied}</p>
      {effects.length === 0 ? (
        <p>{say.telling}</p>
      ) : !named ? (
        <p>{effects.length < FEW ? say.toldFew(FEW) : say.told(told, effects.length)}</p>
      ) : (
        <Table
          caption={say.told(told, effects.length)}
          captionShown
          columns={Object.values(texts.effects.told)}
          rows={effects.map((effect) => ({
            key: effect.enrolment,
            cells: [
              effect.number ?? texts.effects.draft,
              <Sentences key="what" sentences={effect.sentences} />,
              effect.toldAt === null ? texts.effects.notTold : shortInstant(effect.toldAt),
            ],
          }))}
        />
      )}
    </Section>
  );
}
