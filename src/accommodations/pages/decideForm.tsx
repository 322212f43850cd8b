import type { JSX } from 'preact';
import { type Catalogue, lawOf, type Measure } from '../../catalogue/index.ts';
import { Button, Details, Fieldset, Form, FormField, type FormState, formOf, type Typed } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { mayDo } from '../rules/acts.ts';
import { serviceTexts } from '../serviceTexts.ts';
import type { FileView } from './fileView.ts';
import { groundField, measureFields, measuresToDecide, sureField } from './serviceFields.ts';

const say = serviceTexts.decide;

/** A person decides, measure by measure; what was decided before stands in the form when it is decided again. */
export function DecideForm(view: FileView): JSX.Element | null {
  const { request, file, checklist, advice, form, decisions } = view;
  if (request === null || !mayDo('decide', request)) return null;
  const again = decisions.length > 0;
  if (advice === null && !again && request.late === null) return <p>{say.afterAdvice}</p>;
  const measures = measuresToDecide(checklist, request.measures);
  const isAsked = ({ code }: Measure): boolean => request.measures.includes(code);
  const others = measures.filter((measure) => !isAsked(measure));
  return (
    <Details summary={again ? say.again : say.title} open={form === 'decision' || !again}>
      <p>{again ? say.againText : say.text}</p>
      {advice === null && <p>{say.lateOnly}</p>}
      <Form
        action={addresses.act(file.enrolmentId, 'decision')}
        csrf={view.csrf}
        idempotencyKey={view.decisionKey}
        version={request.rowVersion}
        state={form === 'decision' ? view.state : filled(view, measures)}
        prefix="decision"
        label={say.title}
      >
        {measures.filter(isAsked).map((measure) => (
          <MeasureFields key={measure.code} measure={measure} isAsked advice={advice} />
        ))}
        {others.length > 0 && (
          <Details summary={say.others} open={request.measures.length === 0 || form === 'decision'}>
            {others.map((measure) => (
              <MeasureFields key={measure.code} measure={measure} isAsked={false} advice={advice} />
            ))}
          </Details>
        )}
        <FormField field={groundField} />
        <FormField field={sureField} />
        {view.signer}
        <Button>{say.submit}</Button>
      </Form>
    </Details>
  );
}

type One = { readonly measure: Measure; readonly isAsked: boolean; readonly advice: FileView['advice'] };

function MeasureFields({ measure, isAsked, advice }: One): JSX.Element {
  const of = measureFields(measure, isAsked);
  const said = advice?.measures.find(({ code }) => code === measure.code);
  const hint = said === undefined ? undefined : say.advice[said.favourable ? 'favourable' : 'unfavourable'];
  return (
    <Fieldset legend={measure.label} {...(hint === undefined ? {} : { hint })}>
      <FormField field={of.choice} />
      {measure.percent !== undefined && <FormField field={of.percent} />}
      <FormField field={of.how} />
      <FormField field={of.reasons} />
    </Fieldset>
  );
}

/** What the exam's rules cite. */
function usualGround(catalogue: Catalogue, session: string): string {
  const exam = catalogue.exam(catalogue.session(session)?.exam ?? '');
  return exam === undefined ? '' : lawOf(exam, 'accommodations').article;
}

/** What the last decision said, or what the doctor proposes nothing of: the usual law alone. */
function filled({ decisions: [last], catalogue, file }: FileView, measures: readonly Measure[]): FormState {
  const typed: Record<string, Typed[string]> = {
    ...formOf([groundField], { fondement: last?.ground ?? usualGround(catalogue, file.session) }).typed,
  };
  for (const measure of measures) {
    const before = last?.measures.find(({ code }) => code === measure.code);
    if (before === undefined) continue;
    const of = measureFields(measure, false);
    typed[of.choice.name] = before.granted ? 'accordee' : 'refusee';
    if (before.percent !== null) typed[of.percent.name] = String(before.percent);
    if (before.how !== null) typed[of.how.name] = before.how;
    if (before.reasons !== null) typed[of.reasons.name] = before.reasons;
  }
  return { typed, faults: [] };
}
