/** A mail with what a head wrote after an incident, behind its greeting. */
export function withWords<Mail extends { readonly body: string }>(mail: Mail, words: string | null): Mail {
  if (words === null) return mail;
  const [greeting, ...rest] = mail.body.split('\n\n');
  const said = `À la suite d'un incident, le rectorat vous écrit\u00a0: ${words}`;
  return { ...mail, body: [greeting, said, ...rest].join('\n\n') };
}
