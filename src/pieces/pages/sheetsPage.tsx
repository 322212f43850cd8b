import type { JSX } from 'preact';
import type { PieceType } from '../../catalogue/index.ts';
import { whyUnreadable } from '../../keptFiles/index.ts';
import {
  Alert,
  BackLink,
  Button,
  type Chrome,
  defineFileField,
  emptyForm,
  FileInput,
  Form,
  type FormState,
  fileSize,
  Page,
  PageTitle,
  Section,
  withoutFields,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { MOST_SHEETS, type PieceSheet, type PieceWithFiles, type SaidBeside } from '../piece.ts';
import { pagesOf, waitingSheets } from '../rules/sheets.ts';
import { sheetTexts as say } from '../sheetTexts.ts';
import { texts } from '../texts.ts';
import { BeingReadNotice } from './beingRead.tsx';
import { fileField } from './depositPage.tsx';
import type { Sharer } from './piecesView.ts';
import { Beside } from './saidBeside.tsx';

const moreField = defineFileField({ ...fileField, label: say.addField, multiple: true });

export type SheetsView = {
  readonly chrome: Chrome;
  readonly piece: PieceWithFiles;
  readonly type: PieceType;
  readonly sheets: readonly PieceSheet[];
  readonly mayDeposit: boolean;
  /** Where they were chosen. */
  readonly said: SaidBeside;
  readonly sharers: readonly Sharer[];
  /** In the half hour after the closing, until when what is prepared may be deposited. */
  readonly ends: Temporal.Instant | null;
  /** Why nothing can be added now. */
  readonly closed: string | null;
  readonly csrf: string;
  readonly idempotencyKey: string;
  readonly state: FormState;
};

/** Files prepared to become one document: put in order, turned, taken away, added to, then deposited in one act. */
export function SheetsPage(view: SheetsView): JSX.Element {
  const { piece, sheets, closed, state } = view;
  const at = [piece.enrolmentId, piece.code] as const;
  const mayAdd = closed === null && sheets.length < MOST_SHEETS;
  const pages = pagesOf(sheets);
  const waiting = waitingSheets(sheets).length;
  return (
    <Page
      chrome={view.chrome}
      title={say.title}
      faults={mayAdd ? state.faults : withoutFields(state.faults)}
      scripts={['deposit.js']}
      sheets={['deposit']}
    >
      <BackLink href={addresses.piece(...at)}>{say.back}</BackLink>
      <PageTitle kicker={view.type.label} lead={say.intro}>
        {say.title}
      </PageTitle>
      {waiting > 0 && (
        <BeingReadNotice
          title={say.beingRead.title(waiting)}
          asks={state.faults.length === 0 ? addresses.readingSheets(...at) : null}
          state={waiting}
          goes={addresses.sheets(...at, view.said)}
        >
          {view.mayDeposit ? say.beingRead.text : say.beingRead.textShut}
        </BeingReadNotice>
      )}
      <Section title={say.list}>
        {sheets.length === 0 ? <p class="muted">{say.none}</p> : <SheetList {...view} />}
        <p class="muted">{say.keptFor}</p>
      </Section>
      {closed !== null && state.faults.length === 0 && (
        <Alert tone="info" title={view.ends === null ? texts.deposit.locked : say.ends.title}>
          {closed}
        </Alert>
      )}
      {view.mayDeposit && (
        <Form
          action={addresses.depositSheets(...at)}
          csrf={view.csrf}
          idempotencyKey={view.idempotencyKey}
          prefix="depot"
        >
          <Beside piece={piece} repeatable={view.type.repeatable} sharers={view.sharers} said={view.said} />
          <Button>{say.deposit(pages)}</Button>
        </Form>
      )}
      {mayAdd && (
        <Section title={say.add}>
          <Form action={addresses.sheets(...at, view.said)} multipart csrf={view.csrf} state={state}>
            <FileInput field={moreField} />
            <Button kind="secondary">{say.addButton}</Button>
          </Form>
        </Section>
      )}
    </Page>
  );
}

function SheetList(view: SheetsView): JSX.Element {
  return (
    <ol class="sheets">
      {view.sheets.map((sheet, index) => (
        <li key={sheet.id} id={`feuille-${sheet.id}`}>
          <PreparedSheet view={view} sheet={sheet} index={index} />
        </li>
      ))}
    </ol>
  );
}

function PreparedSheet({
  view,
  sheet,
  index,
}: {
  readonly view: SheetsView;
  readonly sheet: PieceSheet;
  readonly index: number;
}): JSX.Element {
  const { piece, sheets, csrf } = view;
  const name = say.page(index + 1, sheet.pages ?? 1);
  const turned = say.turned[sheet.turns] ?? '';
  return (
    <>
      <div class="picture">
        {sheet.refusal !== null ? null : sheet.unread ? (
          <p class="muted">{say.unread}</p>
        ) : (
          <img
            class={`turn-${sheet.turns}`}
            src={addresses.sheetPicture(piece.enrolmentId, piece.code, sheet.id)}
            alt={[name, turned].filter((one) => one !== '').join(', ')}
            loading="lazy"
            width="160"
            height="160"
          />
        )}
      </div>
      <div>
        <h3>{name}</h3>
        <p class="muted">
          {sheet.name} ({fileSize(sheet.size)})
        </p>
        {sheet.refusal !== null && (
          <p class="fault">
            {say.unreadable(whyUnreadable(sheet.refusal, view.closed === null), view.closed === null)}
          </p>
        )}
        <Form
          action={addresses.sheet(piece.enrolmentId, piece.code, sheet.id, view.said)}
          csrf={csrf}
          prefix={`feuille-${index}`}
          state={emptyForm}
          inline
          label={name}
        >
          {index > 0 && (
            <Button kind="row" name="acte" value="up" about={name}>
              {say.up}
            </Button>
          )}
          {index < sheets.length - 1 && (
            <Button kind="row" name="acte" value="down" about={name}>
              {say.down}
            </Button>
          )}
          <Button kind="row" name="acte" value="turn" about={name}>
            {say.turn}
          </Button>
          <Button kind="danger" name="acte" value="remove" about={name}>
            {say.remove}
          </Button>
        </Form>
      </div>
    </>
  );
}
