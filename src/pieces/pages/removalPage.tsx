import type { JSX } from 'preact';
import { Actions, Button, ButtonLink, type Chrome, Form, Page, PageTitle } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Deposit, PieceWithFiles } from '../piece.ts';
import { texts } from '../texts.ts';

const say = texts.removal;

export function RemovalPage({
  chrome,
  piece,
  file,
  csrf,
}: {
  readonly chrome: Chrome;
  readonly piece: PieceWithFiles;
  readonly file: Deposit;
  readonly csrf: string;
}): JSX.Element {
  return (
    <Page chrome={chrome} title={say.title}>
      <PageTitle lead={say.text(file.name)}>{say.title}</PageTitle>
      <Form action={addresses.removal(piece.enrolmentId, piece.code, file.id)} csrf={csrf}>
        <Actions>
          <Button>{say.submit}</Button>
          <ButtonLink kind="secondary" href={addresses.piece(piece.enrolmentId, piece.code)}>
            {say.keep}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}
