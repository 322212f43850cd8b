import type { JSX } from 'preact';
import { Alert, Card, FormField } from '../../../ui/index.ts';
import { StepPage, type StepView } from '../../pages/stepPage.tsx';
import { acquisInWordsFields } from './inWords.ts';
import { texts as told } from './inWordsTexts.ts';

/** The units aren't all known: two questions, answered in words. */
export function InWordsPage({
  view,
  warning,
}: {
  readonly view: StepView;
  readonly warning: string | null;
}): JSX.Element {
  const { keeps, kept, exempts, exempted } = acquisInWordsFields;
  const intro = (
    <>
      <p>{told.intro}</p>
      {warning !== null && <Alert tone="warn">{warning}</Alert>}
    </>
  );
  return (
    <StepPage view={view} intro={intro}>
      {[[keeps, kept] as const, [exempts, exempted] as const].map(([question, words]) => (
        <Card key={question.name}>
          <div class="reveal">
            <FormField field={question} />
            <div class="when-yes">
              <FormField field={words} />
            </div>
          </div>
        </Card>
      ))}
    </StepPage>
  );
}
