import type { JSX } from 'preact';

/** What is written to candidates, a paragraph each. */
export function Words({ text }: { readonly text: string }): JSX.Element {
  return (
    <blockquote>
      {text.split(/\n{2,}/).map((paragraph, index) => (
        <p key={`${index}`} class="typed">
          {paragraph}
        </p>
      ))}
    </blockquote>
  );
}
