import type { JSX } from 'preact';
import type { PieceType } from '../../catalogue/index.ts';
import { keptFileTexts } from '../../keptFiles/index.ts';
import { ActionForm, Alert, BackLink, Button, ButtonLink, type Chrome, Page, PageTitle } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { GivenByPhone, PhoneCode } from '../phoneCode.ts';
import { phoneTexts } from '../phoneTexts.ts';
import type { PieceWithFiles } from '../piece.ts';
import type { PreparedPages } from '../rules/sheets.ts';
import { JustGiven } from './justGiven.tsx';

const say = phoneTexts.computer;

export type HandOffView = {
  readonly chrome: Chrome;
  readonly piece: PieceWithFiles;
  readonly type: PieceType;
  readonly code: PhoneCode | null;
  /** Pages that came and wait to be deposited together. */
  readonly prepared: PreparedPages | null;
  /** What a script compares, to show the page again where something came. */
  readonly state: string;
  /** Our own drawing, while the code holds. */
  readonly square: string | null;
  readonly word: string;
  readonly mayMake: boolean;
  readonly csrf: string;
};

/** The computer's half: the code while it holds, what came by it, and the way to another one. */
export function HandOffPage(view: HandOffView): JSX.Element {
  const { piece, code, square } = view;
  const at = [piece.enrolmentId, piece.code] as const;
  return (
    <Page chrome={view.chrome} title={say.title} sheets={['deposit']} scripts={['phone.js']}>
      <BackLink href={addresses.piece(...at)}>{say.back}</BackLink>
      <PageTitle kicker={view.type.label} lead={say.lead}>
        {say.title}
      </PageTitle>
      {square !== null && <div hidden data-state={view.state} data-ask={addresses.handOffState(...at)} />}
      {code !== null && code.receipt !== null && code.given !== null && (
        <Came view={view} receipt={code.receipt} given={code.given} />
      )}
      {view.prepared !== null && (
        <Alert tone="warn" title={say.prepared(view.prepared)}>
          <ButtonLink kind="secondary" href={addresses.sheets(...at)}>
            {say.see}
          </ButtonLink>
        </Alert>
      )}
      {square !== null && code !== null && (
        <>
          <p>{say.how}</p>
          <div class="square-code" role="img" aria-label={say.square} dangerouslySetInnerHTML={{ __html: square }} />
          <p>
            <strong>{say.word(view.word)}</strong>
          </p>
          <p>{code.openedAt === null ? say.waiting : code.own ? say.opened : say.paired}</p>
          <p class="muted">{say.once}</p>
          <p>
            <ButtonLink kind="secondary" href={addresses.handOff(...at)}>
              {say.refresh}
            </ButtonLink>
          </p>
        </>
      )}
      {code?.holds === true && code.receipt !== null && <p>{say.stays}</p>}
      {code?.holds === true && (
        <ActionForm action={addresses.revokeHandOff(...at)} csrf={view.csrf}>
          <Button kind="danger">{say.revoke}</Button>
        </ActionForm>
      )}
      {square === null && code !== null && code.receipt === null && <Alert tone="info">{say.over}</Alert>}
      {square === null && view.mayMake && (
        <ActionForm action={addresses.handOff(...at)} csrf={view.csrf}>
          <Button kind={code?.receipt == null ? 'primary' : 'secondary'}>{code === null ? say.make : say.again}</Button>
        </ActionForm>
      )}
    </Page>
  );
}

/** What came, as the list shows it too. */
function Came({
  view: { piece },
  receipt,
  given,
}: {
  readonly view: HandOffView;
  readonly receipt: string;
  readonly given: GivenByPhone;
}): JSX.Element {
  const file = piece.files.find((one) => one.receipt === receipt);
  if (given.unreadable)
    return (
      <Alert tone="danger" title={say.unreadable}>
        <ButtonLink kind="secondary" href={addresses.piece(piece.enrolmentId, piece.code)}>
          {say.why}
        </ButtonLink>
      </Alert>
    );
  return (
    <Alert tone="ok" title={say.done}>
      <JustGiven {...given} receipt={receipt} />
      {given.unread && <p>{keptFileTexts.reading.text}</p>}
      {file !== undefined && !given.unread && (
        <p>
          <a class="thumbnail" href={addresses.file(piece.enrolmentId, piece.code, file.id)}>
            <img
              src={addresses.thumbnail(piece.enrolmentId, piece.code, file.id)}
              alt={say.picture(file.name)}
              width="160"
              height="160"
            />
          </a>
        </p>
      )}
      <ButtonLink href={addresses.deposited(piece.enrolmentId, piece.code, receipt, null)}>{say.toList}</ButtonLink>
    </Alert>
  );
}
