import type { JSX } from 'preact';
import { type Catalogue, lawOf, type Measure } from '../../catalogue/index.ts';
import { backField, decisionTexts, SignActions } from '../../decisions/index.ts';
import { waitsToBeRead } from '../../keptFiles/index.ts';
import {
  Alert,
  Details,
  Fieldset,
  FoldedForm,
  Form,
  FormField,
  type FormState,
  formOf,
  Section,
  type Typed,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { REQUEST_LIFE } from '../request.ts';
import { serviceTexts } from '../serviceTexts.ts';
import type { FileView, PreparedView } from './fileView.ts';
import { groundField, measureFields, measuresToDecide, sureField, sureToPrepare } from './serviceFields.ts';

const say = serviceTexts.decide;

/** A person decides, measure by measure; what was decided before stands in the form when it is decided again. */
export function DecideForm(view: FileView): JSX.Element | null {
  const { request, file, checklist, advice, form, decisions, prepared, signer } = view;
  if (request === null || !REQUEST_LIFE.may('decide', request.state)) return null;
  const again = decisions.length > 0;
  // What was typed before a document came stays.
  const held = waitsToBeRead(view.documents) && form !== 'decision';
  if (advice === null && !again && request.late === null) return held ? null : <p>{say.afterAdvice}</p>;
  // What waits is decided by signing it: by who may, while the request is as it was.
  const waits = prepared?.state === 'waiting';
  if (waits && (!signer.may || prepared.changed)) return <Prepared view={view} prepared={prepared} />;
  if (held) return null;
  const measures = measuresToDecide(checklist, request.measures);
  const isAsked = ({ code }: Measure): boolean => request.measures.includes(code);
  const others = measures.filter((measure) => !isAsked(measure));
  return (
    <>
      {prepared !== null && <Prepared view={view} prepared={prepared} />}
      <Details summary={again ? say.again : say.title} open={form === 'decision' || !again || prepared !== null}>
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
          <FormField field={signer.may ? sureField : sureToPrepare} />
          {waits && <input type="hidden" name={PREPARED_ID} value={prepared.id} />}
          <SignActions signer={signer} submit={say.submit} />
        </Form>
      </Details>
    </>
  );
}

/** The hidden field of what was prepared. */
export const PREPARED_ID = 'preparee';
/** What the form that sends it back sends as its act. */
export const SEND_BACK = { name: 'suite', value: 'renvoyer' } as const;

/** By whom, and what it says where the form doesn't; who may sign it may send it back. */
function Prepared({ view, prepared }: { readonly view: FileView; readonly prepared: PreparedView }): JSX.Element {
  const { id, state, by, preparedAt, sentBackBy, closedAt, back, changed, measures } = prepared;
  const { request, file, csrf, form, signer } = view;
  const { one } = decisionTexts;
  const said = serviceTexts.prepared;
  if (state !== 'waiting')
    return <Alert tone="info">{closedAt === null ? '' : one.sentBack(sentBackBy, closedAt, back ?? '')}</Alert>;
  return (
    <Section title={said.waiting}>
      <p>{one.prepared(by, preparedAt)}</p>
      {changed && <Alert tone="warn">{one.changed}</Alert>}
      {(changed || !signer.may) && (
        <ul>
          {measures.map(({ code, label, granted, percent, how, reasons }) => (
            <li key={code}>
              {said.measure(label, granted, [percent === null ? null : said.percent(percent), how, reasons])}
            </li>
          ))}
        </ul>
      )}
      {signer.may ? (
        <FoldedForm
          name="renvoi"
          title={one.sendBack}
          action={addresses.act(file.enrolmentId, 'decision')}
          csrf={csrf}
          {...(request === null ? {} : { version: request.rowVersion })}
          fields={[backField]}
          refused={form === 'renvoi' ? view.state : null}
          open={changed}
        >
          <input type="hidden" name={SEND_BACK.name} value={SEND_BACK.value} />
          <input type="hidden" name={PREPARED_ID} value={id} />
        </FoldedForm>
      ) : (
        signer.note
      )}
    </Section>
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

/** What was prepared, or what the last decision said, or what the doctor proposes nothing of: the usual law alone. */
function filled(
  { prepared, decisions: [decided], catalogue, file }: FileView,
  measures: readonly Measure[],
): FormState {
  const last = prepared ?? decided;
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
