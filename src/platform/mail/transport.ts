import nodemailer from 'nodemailer';

export type Transport = {
  /** Gives the server's reply. Throws what the server refused. */
  readonly send: (mail: {
    readonly id: string;
    readonly recipient: string;
    readonly subject: string;
    readonly body: string;
  }) => Promise<string>;
  /** Is the relay there, and does it take our password? Throws why not. */
  readonly verify: () => Promise<void>;
  readonly close: () => void;
};

/** Real SMTP. `from` is « Registre <no-reply@…> ». */
export function smtpTransport(url: string, from: string, host: string): Transport {
  const mailer = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 8,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  } as object);
  return {
    send: async (mail) => {
      const sent = await mailer.sendMail({
        from,
        to: mail.recipient,
        subject: mail.subject,
        text: mail.body,
        html: htmlOf(mail.subject, mail.body),
        messageId: `<${mail.id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return String((sent as { response?: string }).response ?? '');
    },
    verify: async () => void (await mailer.verify()),
    close: () => mailer.close(),
  };
}

const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

/** The same words as the text part, with links that can be pressed. No image, no style from elsewhere, nothing that tracks. */
function htmlOf(subject: string, body: string): string {
  const paragraphs = body
    .trim()
    .split(/\n{2,}/)
    .map((block) => `<p>${escapeHtml(block).replace(LINK, '<a href="$&">$&</a>').replace(/\n/g, '<br>')}</p>`);
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body>${paragraphs.join('\n')}</body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
