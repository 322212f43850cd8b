import type { JSX } from 'preact';
import type { Catalogue } from '../../catalogue/index.ts';
import { type Enrolment, enrolmentAddresses } from '../../enrolment/index.ts';
import { ActionForm, Alert, Button } from '../../ui/index.ts';
import type { PieceWithFiles } from '../piece.ts';
import { texts } from '../texts.ts';

const say = texts.waiverOffer;

/**
 * Under pieces that a waiver for health excuses: it is named to everybody who is asked for them, and offered to whoever says
 * to have its status. What was said can be taken back until a document is given.
 */
export function WaiverOffer({
  catalogue,
  enrolment,
  csrf,
  pieces,
}: {
  readonly catalogue: Catalogue;
  readonly enrolment: Pick<Enrolment, 'id' | 'session'>;
  readonly csrf: string;
  readonly pieces: readonly PieceWithFiles[];
}): JSX.Element | null {
  const type = catalogue
    .pieceTypes(catalogue.session(enrolment.session)?.exam ?? '')
    .find(({ health, excuses }) => health && pieces.some(({ code }) => excuses.includes(code)));
  if (type === undefined || pieces.every(({ status }) => status === 'exempted' || status === 'compliant')) return null;
  const waiver = pieces.find(({ code }) => code === type.code);
  const action = enrolmentAddresses.declaration(enrolment.id);
  if (waiver === undefined)
    return (
      <Alert tone="info" title={say.title} level={3}>
        <p>{say.text}</p>
        <p>{say.who}</p>
        <ActionForm action={action} csrf={csrf}>
          <Button kind="secondary" name="reponse" value="oui">
            {say.declare}
          </Button>
        </ActionForm>
      </Alert>
    );
  if (waiver.files.length > 0 || waiver.status !== 'none') return null;
  return (
    <ActionForm action={action} csrf={csrf}>
      <Button kind="secondary" name="reponse" value="non">
        {say.takeBack}
      </Button>
    </ActionForm>
  );
}
