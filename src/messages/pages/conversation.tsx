import type { JSX } from 'preact';
import { exactInstant, Tag } from '../../ui/index.ts';
import type { Message } from '../message.ts';
import { texts } from '../texts.ts';

export type ShownMessage = {
  readonly message: Message;
  readonly who: string;
  /** To be read. */
  readonly isNew: boolean;
  readonly about: string | null;
  /** What became of it, a line each. */
  readonly notes: readonly string[];
};

/** What two sides wrote to each other, in the order given. Paragraphs stand as they were typed. */
export function Conversation({ messages }: { readonly messages: readonly ShownMessage[] }): JSX.Element {
  return (
    <ol class="conversation">
      {messages.map(({ message, who, isNew, about, notes }) => (
        <li key={message.id} id={`message-${message.place}`} class={message.author}>
          <p class="muted">
            <strong>{who}</strong>,{' '}
            <time datetime={message.at.toString({ smallestUnit: 'second' })}>{exactInstant(message.at)}</time>
            {isNew && (
              <>
                {' '}
                <Tag>{texts.new}</Tag>
              </>
            )}
          </p>
          {about !== null && <p class="muted">{about}</p>}
          {message.words.split(/\n{2,}/).map((paragraph, index) => (
            <p key={`${index}`} class="typed">
              {paragraph}
            </p>
          ))}
          {notes.map((note) => (
            <p key={note} class="muted">
              <small>{note}</small>
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
