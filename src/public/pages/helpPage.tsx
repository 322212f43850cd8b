import type { JSX } from 'preact';
import { ButtonLink, Card, Columns, Details, Page, PageTitle, Section, Status, Table } from '../../ui/index.ts';
import { help } from '../texts/help.ts';
import { Blocks, Contents, Text } from './article.tsx';
import { PhotoDrawing, type PhotoName } from './photoDrawings.tsx';
import type { View } from './view.ts';

const PARTS = [help.questions, help.pdf, help.photo, help.size, help.deposit, help.handOver, help.statuses];
const BAD: readonly PhotoName[] = ['cut', 'tilted', 'glare', 'blurred'];

/** What people ask most, then how files are prepared, pieces deposited and their states read. */
export function HelpPage({ chrome }: View): JSX.Element {
  return (
    <Page chrome={chrome} title={help.title} description={help.description} indexed>
      <PageTitle lead={help.lead}>{help.title}</PageTitle>
      <Contents title={help.summary} parts={PARTS} />
      <Questions />
      <Scanning />
      <Photos />
      {[help.size, help.deposit, help.handOver].map((part) => (
        <Section key={part.id} id={part.id} title={part.title}>
          <Blocks blocks={part.blocks} />
        </Section>
      ))}
      <Statuses />
    </Page>
  );
}

function Scanning(): JSX.Element {
  const { pdf } = help;
  return (
    <Section id={pdf.id} title={pdf.title}>
      <Blocks blocks={pdf.blocks} />
      {[pdf.iphone, pdf.android].map((phone) => (
        <Card key={phone.title} title={phone.title}>
          <Blocks blocks={[{ steps: phone.steps }, phone.note]} />
        </Card>
      ))}
      <p>{pdf.notice}</p>
    </Section>
  );
}

function Photos(): JSX.Element {
  const { photo } = help;
  return (
    <Section id={photo.id} title={photo.title}>
      <Blocks blocks={[photo.intro, { list: photo.rules }]} />
      <Columns>
        <Photo name="good" label={photo.goodLabel} />
        {BAD.map((name) => (
          <Photo key={name} name={name} label={photo.badLabel} />
        ))}
      </Columns>
      <p>{photo.heic}</p>
    </Section>
  );
}

function Photo({ name, label }: { readonly name: PhotoName; readonly label: string }): JSX.Element {
  const { title, text } = help.photo.drawings[name];
  return (
    <figure>
      <PhotoDrawing name={name} />
      <figcaption>
        <Status name={name === 'good' ? 'compliant' : 'refused'} label={label} />
        <p>
          <strong>{title}.</strong> {text}
        </p>
      </figcaption>
    </figure>
  );
}

function Statuses(): JSX.Element {
  const { statuses } = help;
  return (
    <Section id={statuses.id} title={statuses.title}>
      <Table
        caption={statuses.caption}
        columns={[statuses.status, statuses.meaning, statuses.toDo]}
        rows={statuses.rows.map(({ name, meaning, toDo }) => ({
          key: name,
          cells: [<Status key={name} name={name} />, meaning, toDo ?? statuses.nothing],
        }))}
      />
    </Section>
  );
}

function Questions(): JSX.Element {
  const { questions } = help;
  return (
    <Section id={questions.id} title={questions.title}>
      {questions.list.map(({ question, answer, ...one }) => (
        <Details key={question} summary={question}>
          {answer.map((words, index) => (
            // A link to it opens what is folded around it.
            <p key={index} id={index === 0 && 'id' in one ? one.id : undefined}>
              <Text words={words} />
            </p>
          ))}
        </Details>
      ))}
      <p>{questions.more}</p>
      <p>
        <ButtonLink href="/contact" kind="secondary">
          {questions.contact}
        </ButtonLink>
      </p>
    </Section>
  );
}
