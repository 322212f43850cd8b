import type { JSX } from 'preact';
import { ActionForm, Actions, Button, ButtonLink } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { texts } from '../texts/checking.ts';
import { DraftFrame, type DraftView } from './draftFrame.tsx';

const say = texts.overview;

/** The page that asks before a draft is given up. */
export function AbandonPage({ view }: { readonly view: DraftView }): JSX.Element {
  const { draft } = view.open;
  return (
    <DraftFrame view={view} part="" title={say.abandonTitle} lead={say.abandonLead}>
      <Actions>
        <ActionForm action={addresses.part(draft.id, 'abandonner')} csrf={view.csrf} version={draft.version}>
          <Button kind="danger">{say.abandon}</Button>
        </ActionForm>
        <ButtonLink kind="secondary" href={addresses.draft(draft.id)}>
          {say.keep}
        </ButtonLink>
      </Actions>
    </DraftFrame>
  );
}
