import type { JSX } from 'preact';
import { Button, Details, FormFields } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { StepPage } from '../../pages/stepPage.tsx';
import { texts } from '../../texts.ts';
import { QuestionBlock } from '../questionBlock.tsx';
import { block } from '../questions.ts';
import { textIn } from '../reading.ts';
import type { StepRequest } from '../step.ts';
import { FIRST_ROWS, jobFields, MORE_JOBS, MOST_ROWS, rowsIn, rowsToShow } from './jobs.ts';
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
      {asked.jobs.most > 0 && <Jobs rows={rows} filled={rowsIn(filled)} />}
      {dossier.typedBy === undefined && (
        <>
          <QuestionBlock of={asked.health} />
          <p>
            <a href={dossier.academy.links.accommodations}>{say.accommodationsLink}</a>
          </p>
        </>
      )}
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

/** The one more that stands ready: folded until it is wanted. */
function Spare({ row }: { readonly row: number }): JSX.Element {
  return (
    <Details summary={work.another(row)}>
      {/* biome-ignore lint/a11y/useSemanticElements: what is folded says its title already */}
      <div class="group" role="group" aria-label={work.legend(row)}>
        <FormFields fields={Object.values(jobFields(row))} />
      </div>
    </Details>
  );
}

function Jobs({ rows, filled }: { readonly rows: number; readonly filled: readonly number[] }): JSX.Element {
  return (
    <>
      <p>{work.intro}</p>
      {Array.from({ length: rows }, (_, index) => index + 1).map((row) =>
        row === FIRST_ROWS && !filled.includes(row) ? (
          <Spare key={row} row={row} />
        ) : (
          <QuestionBlock key={row} of={block(work.legend(row), Object.values(jobFields(row)))} />
        ),
      )}
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
