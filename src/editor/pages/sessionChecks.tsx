import type { JSX } from 'preact';
import { Section } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { dateInWords, momentInWords } from '../rules/moments.ts';
import type { Check } from '../rules/sessionChecklist.ts';
import { texts } from '../texts/sessions.ts';
import type { DraftView } from './draftFrame.tsx';

const say = texts.checks;

/** What the office looks at before the session opens. */
export function SessionChecks({
  view,
  checks,
}: {
  readonly view: DraftView;
  readonly checks: readonly Check[];
}): JSX.Element {
  return (
    <Section title={say.title}>
      <ul class="checks">
        {checks.map((check, index) => (
          <li key={index}>
            {inWords(check)}
            {'named' in check &&
              check.named.map(({ code, name }, position) => (
                <span key={code}>
                  {position === 0 ? ' ' : ', '}
                  <a href={addresses.part(view.open.draft.id, `${check.part}/${encodeURIComponent(code)}`)}>{name}</a>
                </span>
              ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function inWords(check: Check): string {
  switch (check.code) {
    case 'dates':
      return say.dates(check.derived);
    case 'scaffolding':
      return say.scaffolding(check.group, momentInWords(check.dueAt));
    case 'day-off':
      return say.dayOff(check.instant.label, dateInWords(check.instant.at.slice(0, 10)), texts.daysOff[check.off]);
    case 'exam':
      return say.exam(dateInWords(check.on), check.confidence === 'official' || check.confidence === 'notice');
    case 'results':
      return say.results(check.at === '' ? '' : momentInWords(check.at));
    default:
      return say[check.code](check.named.length);
  }
}
