import type { JSX } from 'preact';
import { Details, Section, SummaryList } from '../../ui/index.ts';
import type { ArticleBlock, ArticlePart, Words } from '../texts/article.ts';

/** A long text, part by part, each with its own address on the page. */
export function Article({ parts }: { readonly parts: readonly ArticlePart[] }): JSX.Element {
  return (
    <>
      {parts.map((part) => (
        <Section key={part.id} id={part.id} title={part.title}>
          <Blocks blocks={part.blocks} />
        </Section>
      ))}
    </>
  );
}

export function Blocks({ blocks }: { readonly blocks: readonly ArticleBlock[] }): JSX.Element {
  return (
    <>
      {blocks.map((block, index) => (
        <OneBlock key={index} block={block} />
      ))}
    </>
  );
}

function OneBlock({ block }: { readonly block: ArticleBlock }): JSX.Element {
  if (typeof block === 'string' || !('length' in block)) return <Special block={block} />;
  return (
    <p>
      <Text words={block} />
    </p>
  );
}

function Special({ block }: { readonly block: Exclude<ArticleBlock, readonly unknown[]> }): JSX.Element {
  if (typeof block === 'string') return <p>{block}</p>;
  if ('list' in block) return <ul>{items(block.list)}</ul>;
  if ('folded' in block)
    return (
      <Details summary={block.folded}>
        <Blocks blocks={block.blocks} />
      </Details>
    );
  if ('steps' in block) return <ol>{items(block.steps)}</ol>;
  return <SummaryList rows={block.facts.map(({ label, value }) => ({ label, value: <Text words={value} /> }))} />;
}

function items(lines: readonly Words[]): readonly JSX.Element[] {
  return lines.map((line, index) => (
    <li key={index}>
      <Text words={line} />
    </li>
  ));
}

/** A sentence, with its links. */
export function Text({ words }: { readonly words: Words }): JSX.Element {
  if (typeof words === 'string') return <>{words}</>;
  return (
    <>
      {words.map((part) =>
        typeof part === 'string' ? (
          part
        ) : (
          <a key={part.href} href={part.href}>
            {part.text}
          </a>
        ),
      )}
    </>
  );
}

/** What the page holds, in the words of its titles. */
export function Contents({
  title,
  parts,
}: {
  readonly title: string;
  readonly parts: readonly { readonly id: string; readonly title: string }[];
}): JSX.Element {
  return (
    <Section title={title}>
      <nav aria-label={title}>
        <ul>
          {parts.map((part) => (
            <li key={part.id}>
              <a href={`#${part.id}`}>{part.title}</a>
            </li>
          ))}
        </ul>
      </nav>
    </Section>
  );
}
