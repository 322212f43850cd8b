import { type ComponentChildren, Fragment, type JSX } from 'preact';
import { drawSquare } from '../../platform/pdf/square.ts';
import { AheadFirst, RowList, SummaryList, Table } from '../../ui/index.ts';
import type { PaperBlock, PaperContent } from '../content.ts';
import { summonsTexts } from '../summonsTexts.ts';

/**
 * A paper as a page: the words of the PDF in the same order, but for what is over, behind one fold at the end. `level`: of its title, 2 where the page
 * has one of its own.
 */
export function PaperSheet({
  content,
  level,
  isOver = () => false,
}: {
  readonly content: PaperContent;
  readonly level: 1 | 2;
  readonly isOver?: (block: PaperBlock) => boolean;
}): JSX.Element {
  const Title = `h${level}` as const;
  return (
    <article class="sheet">
      <div class="letterhead">
        {content.letterhead.map((line, index) => (
          <p key={line}>{index === 0 ? <strong>{line}</strong> : line}</p>
        ))}
      </div>
      <p class="muted">
        <Lines list={[content.contact.title, ...content.contact.lines]} />
      </p>
      <Title>{content.title}</Title>
      <p>{content.subject}</p>
      {content.candidate !== undefined && (
        <p>
          <strong>{content.candidate}</strong>
        </p>
      )}
      <SummaryList rows={content.marks} />
      {content.verification !== undefined && <p class="muted">{content.verification}</p>}
      <AheadFirst all={content.parts.flat()} isOver={isOver} over={() => summonsTexts.overTitle}>
        {(blocks) => blocks.map((block, index) => <BlockOf key={index} block={block} />)}
      </AheadFirst>
    </article>
  );
}

type ShownAgain<Type extends PaperBlock['type']> = { readonly block: Extract<PaperBlock, { type: Type }> };

function BlockOf({ block }: { readonly block: PaperBlock }): JSX.Element {
  switch (block.type) {
    case 'facts':
      return (
        <Titled title={block.title}>
          <SummaryList rows={block.lines.map(({ label, values }) => ({ label, value: <Lines list={values} /> }))} />
        </Titled>
      );
    case 'table':
      return (
        <Titled title={block.title}>
          <Table
            caption={block.title}
            columns={block.head.map((label, index) => ({ label, figures: index > 0 }))}
            rows={block.rows.map((cells, index) => ({ key: `${index}`, cells }))}
          />
        </Titled>
      );
    case 'units':
      return <Units block={block} />;
    case 'pieces':
      return <Pieces block={block} />;
    case 'text':
      return (
        <Titled title={block.title}>
          <Paragraphs list={block.paragraphs} />
        </Titled>
      );
    case 'address':
      return (
        <p>
          <Lines list={block.lines} />
        </p>
      );
    case 'steps':
      return (
        <Titled title={block.title}>
          <ol>
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
        </Titled>
      );
    case 'square':
      return <SquareCode block={block} />;
    case 'signature':
      return <Signature block={block} />;
  }
}

function Units({ block }: ShownAgain<'units'>): JSX.Element {
  const [code, title, choice] = block.head;
  return (
    <Titled title={block.title}>
      <Table
        caption={block.title}
        compact
        columns={[...(block.coded ? [code] : []), title, choice]}
        rows={block.rows.map((unit) => ({
          key: `${unit.code} ${unit.title}`,
          cells: [...(block.coded ? [unit.code] : []), unit.title, unit.choice],
        }))}
      />
    </Titled>
  );
}

/** One row a piece: a table of sentences can't be read on a phone. */
function Pieces({ block }: ShownAgain<'pieces'>): JSX.Element {
  const why = block.head[2];
  return (
    <Titled title={block.title}>
      <RowList
        level={3}
        rows={block.rows.map((piece) => ({
          key: `demande-${piece.code}`,
          title: piece.label,
          code: piece.code,
          lines: [
            ...piece.about,
            <>
              <b>{`${why}\u00a0:`}</b> <Lines list={piece.why} />
            </>,
          ],
        }))}
      />
      <Paragraphs list={block.after} />
    </Titled>
  );
}

function SquareCode({ block }: ShownAgain<'square'>): JSX.Element {
  return (
    <Titled title={block.title}>
      <p>
        <strong>{block.words}</strong>
      </p>
      <div
        class="square-code"
        role="img"
        aria-label={block.alt}
        dangerouslySetInnerHTML={{ __html: drawSquare(block.signs) }}
      />
      <Paragraphs list={block.paragraphs} />
    </Titled>
  );
}

function Signature({ block }: ShownAgain<'signature'>): JSX.Element {
  return (
    <div class="seal">
      <Titled title={block.title}>
        <p>{block.commitment}</p>
        <p>
          <strong>{block.deadline}</strong>
        </p>
        <p>{block.blanks.map((word) => `${word} …………………………`).join(' ')}</p>
        <p>
          <Lines list={block.signs} />
        </p>
      </Titled>
    </div>
  );
}

function Titled(props: { readonly title: string | null; readonly children: ComponentChildren }): JSX.Element {
  return (
    <section class="section">
      {props.title !== null && <h2>{props.title}</h2>}
      {props.children}
    </section>
  );
}

function Paragraphs({ list }: { readonly list: readonly string[] }): JSX.Element {
  return (
    <>
      {list.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </>
  );
}

function Lines({ list }: { readonly list: readonly string[] }): JSX.Element {
  return (
    <>
      {list.map((line, index) => (
        <Fragment key={line}>
          {index > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </>
  );
}
