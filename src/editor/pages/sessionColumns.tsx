import { Identifier, Status } from '../../ui/index.ts';
import type { PackEntry } from '../rules/entries.ts';
import { momentInWords, momentOf } from '../rules/moments.ts';
import { isRelative } from '../rules/sessionInstants.ts';
import { textAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/sessions.ts';
import type { Column } from './listPage.tsx';

/** The window of each session, and where it stands. `now`: the wall clock of the exam. */
export function sessionColumns(now: Temporal.PlainDateTime): readonly Column[] {
  const { window, state, prefix } = texts.columns;
  return [
    { label: window, of: windowOf },
    {
      label: state,
      of: (session) => {
        if (isRelative(session.value)) return '–';
        const [looks, words] = stateOf(session, now);
        return <Status name={looks} label={texts.states[words]} />;
      },
    },
    { label: prefix, of: ({ value }) => <Identifier>{texts.numbers(textAt(value, ['numberPrefix']))}</Identifier> },
  ];
}

/** Those of their own first, the last one on top. */
export function byOpening(a: PackEntry, b: PackEntry): number {
  return Number(isRelative(a.value)) - Number(isRelative(b.value)) || opening(b).localeCompare(opening(a));
}

function opening({ value }: PackEntry): string {
  return textAt(value, ['window', 'opensAt']);
}

function closing({ value }: PackEntry): string {
  return textAt(value, ['window', 'closesAt']);
}

function windowOf(session: PackEntry): string {
  if (isRelative(session.value)) return texts.relative(textAt(session.value, ['basedOn']));
  return texts.from(momentInWords(opening(session)), momentInWords(closing(session)));
}

function stateOf(session: PackEntry, now: Temporal.PlainDateTime) {
  const opens = momentOf(opening(session));
  const closes = momentOf(closing(session));
  if (opens === null || closes === null) return ['refused', 'unknown'] as const;
  if (Temporal.PlainDateTime.compare(now, opens) < 0) return ['missing', 'soon'] as const;
  return Temporal.PlainDateTime.compare(now, closes) < 0
    ? (['compliant', 'open'] as const)
    : (['irrelevant', 'closed'] as const);
}
