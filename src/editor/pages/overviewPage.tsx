import type { JSX } from 'preact';
import { Alert, Section } from '../../ui/index.ts';
import { texts } from '../texts.ts';
import { DraftFrame, type DraftView } from './draftFrame.tsx';
import { FaultList } from './faultList.tsx';

const say = texts.draft;

/** Is the draft sound? What must be mended, what it changes, who may do what now. */
export function OverviewPage({ view }: { readonly view: DraftView }): JSX.Element {
  const { draft, read } = view.open;
  return (
    <DraftFrame view={view} part="" title={say.navigation['']}>
      {read.ok ? (
        <Alert tone="ok">{say.noFault}</Alert>
      ) : (
        <Section title={say.faults(read.error.length)}>
          <FaultList draft={draft.id} faults={read.error} />
        </Section>
      )}
    </DraftFrame>
  );
}
