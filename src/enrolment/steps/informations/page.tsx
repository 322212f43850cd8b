import type { JSX } from 'preact';
import { Button } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { StepPage } from '../../pages/stepPage.tsx';
import { texts } from '../../texts.ts';
import { QuestionBlock } from '../questionBlock.tsx';
import { block } from '../questions.ts';
import { textIn } from '../reading.ts';
import type { StepRequest } from '../step.ts';
import { jobFields, MORE_JOBS, MOST_ROWS, rowsToShow } from './jobs.ts';
import { texts as work } from './jobTexts.ts';
import { informationsQuestions } from './questions.ts';
import { texts as say } from './texts.ts';

/** Step 2. What a choice calls for is shown under it (by the style sheet alone); the server reads only what applies. */
export function InformationsPage({ view, dossier, visit }: StepRequest): JSX.Element {
  const asked = informationsQuestions(dossier);
  const filled = { rows: textIn(visit.body, 'rows'), ...view.state.typed };
  const rows = rowsToShow(filled, Object.hasOwn(visit.body, MORE_JOBS));
  return (
    <StepPage view={view}>
      <div class="reveal">
        <QuestionBlock of={asked.category} />
        <QuestionBlock of={asked.distance} />
        <QuestionBlock of={asked.former} />
        <QuestionBlock of={asked.formerCentre} />
      </div>
      <QuestionBlock of={asked.practice} />
      {asked.jobs.most > 0 && <Jobs rows={rows} />}
      {dossier.typedBy === undefined && <QuestionBlock of={asked.health} />}
      {dossier.registeredForm === null ? (
        <QuestionBlock of={asked.disclosure} />
      ) : dossier.typedBy === 'office' ? null : (
        <p>
          {say.disclosureApart} <a href={addresses.disclosure(view.enrolment.id)}>{texts.disclosure.title}</a>
        </p>
      )}
    </StepPage>
  );
}

function Jobs({ rows }: { readonly rows: number }): JSX.Element {
  return (
    <>
      <p>{work.intro}</p>
      {Array.from({ length: rows }, (_, index) => (
        <QuestionBlock key={index} of={block(work.legend(index + 1), Object.values(jobFields(index + 1)))} />
      ))}
      <input type="hidden" name="rows" value={rows} />
      {rows < MOST_ROWS ? (
        <Button kind="secondary" name={MORE_JOBS} value="emploi">
          {work.add}
        </Button>
      ) : (
        <p class="muted">{work.most(MOST_ROWS)}</p>
      )}
    </>
  );
}
