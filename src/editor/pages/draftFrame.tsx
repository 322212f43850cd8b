import type { ComponentChildren, JSX } from 'preact';
import { countFaults } from '../../catalogue/index.ts';
import {
  Alert,
  BackLink,
  type Fault,
  Page,
  type PageFrame,
  PageTitle,
  Parts,
  Status,
  type StatusName,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { DRAFT_LIFE, type DraftState, type OpenDraft } from '../draft.ts';
import { texts } from '../texts.ts';

const say = texts.draft;

export type DraftPart = keyof typeof say.navigation;

export type DraftView = PageFrame & { readonly open: OpenDraft };

const LOOKS: Readonly<Record<DraftState, StatusName>> = {
  open: 'missing',
  submitted: 'received',
  published: 'compliant',
  abandoned: 'irrelevant',
};

export function DraftStatus({ state }: { readonly state: DraftState }): JSX.Element {
  return <Status name={LOOKS[state]} label={texts.states[state]} />;
}

/** Every page of a draft: its title, its parts, then the part. */
export function DraftFrame({
  view: { chrome, flash, open },
  part,
  title,
  lead,
  faults = [],
  children,
}: {
  readonly view: DraftView;
  readonly part: DraftPart;
  readonly title: string;
  readonly lead?: string;
  /** What is to be corrected in its forms, said above the title. */
  readonly faults?: readonly Fault[];
  readonly children: ComponentChildren;
}): JSX.Element {
  const { draft, read } = open;
  return (
    <Page
      chrome={chrome}
      flash={flash}
      layout="wide"
      sheets={['rules']}
      faults={faults}
      title={`${title} · ${draft.title}`}
    >
      <BackLink href={addresses.home()}>{say.back}</BackLink>
      <PageTitle
        kicker={draft.title}
        aside={<DraftStatus state={draft.state} />}
        {...(lead === undefined ? {} : { lead })}
      >
        {title}
      </PageTitle>
      <Parts
        label={say.parts}
        parts={Object.entries(say.navigation).map(([name, label]) => ({
          key: name,
          href: name === '' ? addresses.draft(draft.id) : addresses.part(draft.id, name),
          label: (
            <>
              {label}
              {name === '' && !read.ok && <span class="count">{say.faults(countFaults(read.error))}</span>}
            </>
          ),
        }))}
        here={part}
      />
      {!DRAFT_LIFE.may('save', draft.state) && part !== '' && <Alert tone="info">{say.notOpen}</Alert>}
      {children}
    </Page>
  );
}
