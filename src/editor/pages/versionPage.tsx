import type { JSX } from 'preact';
import { ErrorSummary, type Field, FormField, type FormState } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Thing } from '../rules/things.ts';
import { textAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/specialities.ts';
import { DraftFrame, type DraftView } from './draftFrame.tsx';
import { lineField, numberField } from './fields.ts';
import { regulationHref } from './regulationParts.tsx';
import { ThingForm } from './thingParts.tsx';

const say = texts.version;

export const versionFields: readonly Field[] = [
  numberField({
    name: 'first',
    label: say.first,
    min: 2000,
    max: 2100,
    message: say.firstMissing,
    missing: say.firstMissing,
  }),
  lineField({ name: 'order', label: say.order, missing: say.orderMissing, width: 60 }),
];

/** A regulation begun from another: from which session, by which order. */
export function VersionPage({
  view,
  speciality,
  regulation,
  state,
}: {
  readonly view: DraftView;
  readonly speciality: Thing;
  readonly regulation: Thing;
  readonly state: FormState;
}): JSX.Element {
  const cfd = textAt(speciality.value, ['cfd']);
  const title = textAt(regulation.value, ['title']);
  return (
    <DraftFrame
      view={view}
      part="specialites"
      title={say.title}
      lead={say.lead(title)}
      faulty={state.faults.length > 0}
      above={<ErrorSummary faults={state.faults} />}
    >
      <p>{say.last(title)}</p>
      <ThingForm
        view={view}
        action={regulationHref(view, cfd, regulation, '/version')}
        state={state}
        save={say.submit}
        back={{
          href: addresses.part(view.open.draft.id, `specialites/${encodeURIComponent(cfd)}`),
          label: texts.regulation.back(textAt(speciality.value, ['name'])),
        }}
      >
        {versionFields.map((field) => (
          <FormField key={field.name} field={field} />
        ))}
      </ThingForm>
    </DraftFrame>
  );
}
