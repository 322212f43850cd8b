import type { JSX } from 'preact';
import { Alert, Table } from '../../ui/index.ts';
import { isSigned } from '../enrolment.ts';
import { isBeingRewritten } from '../signed.ts';
import { texts } from '../texts.ts';
import type { RecapitulatifView } from './recapitulatifView.ts';

const say = texts.recapitulatif;

/** Does the candidate change what is registered? Then the page is about that alone. */
export function isRewriting({ pen, enrolment, shut, differences }: RecapitulatifView): boolean {
  return pen.by === 'candidate' && shut === null && enrolment.number !== null && differences.length > 0;
}

/** What changes, and what it costs. */
export function Changes({ view: { enrolment, differences } }: { readonly view: RecapitulatifView }): JSX.Element {
  const cost = !isBeingRewritten(enrolment) ? say.cost.none : isSigned(enrolment) ? say.cost.signed : say.cost.unsigned;
  return (
    <>
      <Table
        caption={say.changes(differences.length)}
        captionShown
        columns={[say.change.answer, say.change.before, say.change.after]}
        rows={differences.map(({ label, before, after }) => ({
          key: label,
          cells: [label, before === '' ? say.change.nothing : before, after === '' ? say.change.nothing : after],
        }))}
      />
      <Alert tone={cost === say.cost.none ? 'info' : 'warn'}>{cost}</Alert>
    </>
  );
}
