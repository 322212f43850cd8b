import type { ComponentChildren, JSX } from 'preact';
import { type FormState, Page, type PageFrame, Parts, type SheetName } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { texts as say } from '../texts.ts';

export type ExamTab =
  | 'missing'
  | 'centres'
  | 'calendar'
  | 'sitters'
  | 'plan'
  | 'summonses'
  | 'examiners'
  | 'attendance';

const TABS: readonly (readonly [ExamTab, (more: { session: string }) => string])[] = [
  ['missing', addresses.home],
  ['centres', addresses.centres],
  ['calendar', addresses.calendar],
  ['sitters', addresses.sitters],
  ['plan', addresses.plan],
  ['summonses', addresses.summonses],
];
/** Whoever reads who came may correct it, and who examines whom is no officer's business: the head alone. */
const HEAD_TABS: typeof TABS = [
  ['examiners', addresses.examiners],
  ['attendance', addresses.attendance],
];

/** What stands around a page of the preparation. */
export type ExamFrame = PageFrame & { readonly isHead: boolean };

/** A page of the preparation, with its neighbours. */
export function ExamPage(
  props: ExamFrame & {
    readonly title: string;
    readonly tab: ExamTab;
    readonly session: string;
    readonly state?: FormState;
    /** The `prefix` of the form that was sent, where a page has several. */
    readonly form?: string;
    readonly sheets?: readonly SheetName[];
    readonly scripts?: readonly string[];
    readonly children: ComponentChildren;
  },
): JSX.Element {
  const { title, tab, session, state, chrome, flash, sheets, scripts } = props;
  return (
    <Page
      chrome={chrome}
      flash={flash}
      layout="wide"
      title={title}
      faults={state?.faults}
      form={props.form}
      sheets={sheets ?? []}
      scripts={scripts ?? []}
    >
      <Parts
        label={say.tabs}
        parts={[...TABS, ...(props.isHead ? HEAD_TABS : [])].map(([name, href]) => ({
          key: name,
          href: href({ session }),
          label: say.tab[name],
        }))}
        here={tab}
      />
      {props.children}
    </Page>
  );
}
