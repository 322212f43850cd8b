import type { JSX } from 'preact';
import { countFaults } from '../../catalogue/index.ts';
import type { CaseOutcome } from '../../simulation/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  Button,
  ButtonLink,
  DangerLink,
  EmptyState,
  Form,
  FormFields,
  type FormState,
  Section,
  shortInstant,
  Table,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { DRAFT_LIFE } from '../draft.ts';
import type { SavedDraft } from '../store/drafts.ts';
import { texts } from '../texts/checking.ts';
import { texts as exchange } from '../texts/exchange.ts';
import { texts as frame } from '../texts.ts';
import { CaseSummary, Sentences } from './casesPage.tsx';
import { DraftFrame, type DraftView } from './draftFrame.tsx';
import { FaultList } from './faultList.tsx';
import { submitFields } from './reviewForms.ts';

const say = texts.overview;

export type OverviewView = {
  readonly view: DraftView;
  readonly state: FormState;
  readonly me: string;
  /** null: the draft has faults, or they couldn't be run. */
  readonly cases: readonly CaseOutcome[] | null;
  readonly saves: readonly SavedDraft[];
  readonly nameOf: (account: string | null) => string;
  /** Other rules came into force since; with the files that both changed. */
  readonly stale: { readonly overlap: readonly string[] } | null;
  /** Why nobody may publish it. */
  readonly obstacles: readonly string[];
  /** Names of those who may read it again and publish it. */
  readonly publishers: readonly string[];
};

/** Is the draft sound? What must be mended, what it changes, who may do what now. */
export function OverviewPage(props: OverviewView): JSX.Element {
  const { view, cases, nameOf, stale, state } = props;
  const { draft, read } = view.open;
  const changed = Object.keys(draft.changes).length;
  return (
    <DraftFrame view={view} part="" title={frame.draft.navigation['']} lead={say.lead} faults={state.faults}>
      {draft.sentBack !== null && DRAFT_LIFE.may('save', draft.state) && (
        <Alert tone="warn" title={say.sentBack}>
          <p class="typed">{draft.sentBack}</p>
        </Alert>
      )}
      {stale !== null && <Stale view={view} overlap={stale.overlap} />}
      {draft.state === 'abandoned' && <Alert tone="info">{say.abandoned}</Alert>}
      {read.ok ? (
        <Alert tone="ok">{say.sound}</Alert>
      ) : (
        <Section title={frame.draft.faults(countFaults(read.error))}>
          <FaultList draft={draft.id} faults={read.error} />
        </Section>
      )}
      {cases === null && read.ok && <Alert tone="warn">{texts.cases.notRun}</Alert>}
      {cases !== null && <CaseSummary cases={cases} href={addresses.part(draft.id, 'cas')} />}
      <p>
        {changed === 0 ? say.noChange : <a href={addresses.part(draft.id, 'differences')}>{say.changes(changed)}</a>}.{' '}
        {say.authors(draft.authors.map(nameOf).join(', '))}.
      </p>
      {draft.purpose !== null && (
        <Section title={say.purpose}>
          <p class="typed">{draft.purpose}</p>
        </Section>
      )}
      <NextAct {...props} />
      <Saves {...props} />
      <Actions>
        {DRAFT_LIFE.may('save', draft.state) && (
          <ButtonLink kind="secondary" href={addresses.part(draft.id, 'importer')}>
            {exchange.open}
          </ButtonLink>
        )}
        <ButtonLink kind="secondary" href={addresses.part(draft.id, 'export.zip')} download>
          {say.export}
        </ButtonLink>
        {DRAFT_LIFE.may('abandon', draft.state) && (
          <DangerLink href={addresses.part(draft.id, 'abandonner')}>{say.abandon}</DangerLink>
        )}
      </Actions>
    </DraftFrame>
  );
}

function Stale({ view, overlap }: { readonly view: DraftView; readonly overlap: readonly string[] }): JSX.Element {
  const { draft } = view.open;
  return (
    <Alert tone="warn" title={say.stale}>
      <p>{say.staleText}</p>
      {overlap.length > 0 && <p>{say.overlap(overlap.join(', '))}</p>}
      <ActionForm action={addresses.part(draft.id, 'actualiser')} csrf={view.csrf} version={draft.version}>
        <Button kind="secondary">{say.update}</Button>
      </ActionForm>
    </Alert>
  );
}

/** Submit, take back, read again and publish: what may be done now, by this person. */
function NextAct({ view, me, state, stale, obstacles, publishers }: OverviewView): JSX.Element | null {
  const { draft, read } = view.open;
  if (draft.state === 'published' && draft.publication !== null) {
    return (
      <Alert tone="ok">
        <p>
          {say.published(draft.publication)} <a href={addresses.publication(draft.publication)}>{say.seePublication}</a>
        </p>
      </Alert>
    );
  }
  if (DRAFT_LIFE.may('send-back', draft.state)) {
    const own = draft.authors.includes(me);
    return (
      <Section title={texts.submit.waits}>
        {own && <p>{texts.submit.waitsOwn}</p>}
        {own && <Publishers names={publishers} />}
        <Actions>
          {!own && <ButtonLink href={addresses.part(draft.id, 'relire')}>{texts.publish.open}</ButtonLink>}
          <ActionForm action={addresses.part(draft.id, 'reprendre')} csrf={view.csrf} version={draft.version}>
            <Button kind="secondary">{texts.submit.reopen}</Button>
          </ActionForm>
        </Actions>
      </Section>
    );
  }
  if (!DRAFT_LIFE.may('save', draft.state) || !read.ok || stale !== null || Object.keys(draft.changes).length === 0)
    return null;
  if (obstacles.length > 0)
    return (
      <Alert tone="danger" title={texts.submit.cantYet}>
        <Sentences sentences={obstacles} />
        <p>
          <a href={addresses.part(draft.id, 'inscriptions')}>{texts.effects.title}</a>
        </p>
      </Alert>
    );
  if (publishers.length === 0) return <Publishers names={publishers} />;
  return (
    <Section title={texts.submit.title}>
      <p>{texts.submit.lead}</p>
      <Publishers names={publishers} />
      <Form
        action={addresses.part(draft.id, 'soumettre')}
        csrf={view.csrf}
        version={draft.version}
        state={state}
        submit={texts.submit.submit}
      >
        <FormFields fields={submitFields} />
      </Form>
    </Section>
  );
}

function Publishers({ names }: { readonly names: readonly string[] }): JSX.Element {
  return names.length === 0 ? (
    <Alert tone="warn">{texts.submit.nobody}</Alert>
  ) : (
    <p>{texts.submit.publishers(names)}</p>
  );
}

function Saves({ view, saves, nameOf }: OverviewView): JSX.Element {
  const { draft } = view.open;
  return (
    <Section title={say.saves}>
      {saves.length === 0 ? (
        <EmptyState title={say.noSave}>{say.noSaveText}</EmptyState>
      ) : (
        <Table
          caption={say.saves}
          columns={Object.values(say.saveColumns)}
          rows={saves.map((save) => ({
            key: String(save.version),
            cells: [
              save.what,
              nameOf(save.by),
              shortInstant(save.at),
              DRAFT_LIFE.may('save', draft.state) ? (
                <ActionForm
                  key="back"
                  action={addresses.part(draft.id, 'annuler', { version: save.version })}
                  csrf={view.csrf}
                  version={draft.version}
                >
                  <Button kind="secondary">{say.takeBack}</Button>
                </ActionForm>
              ) : (
                ''
              ),
            ],
          }))}
        />
      )}
    </Section>
  );
}
