import type { JSX } from 'preact';
import { phoneAddress, phoneInWords } from '../phone.ts';
import { texts } from '../texts.ts';

/** An office that answers. Phones as kept by the check `phone`: `0473993506`. */
export type Contact = {
  readonly service: string;
  readonly person?: string;
  readonly phone?: string;
  readonly mail?: string;
  readonly hours?: string;
  readonly address?: string;
};

/** Whom to ask, always in the same words and order. */
export function ContactCard({
  contact,
  title,
  level = 2,
}: {
  readonly contact: Contact;
  readonly title?: string;
  readonly level?: 2 | 3;
}): JSX.Element {
  const { phone, mail, hours, address, person } = contact;
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <section class="contact">
      {title !== undefined && <Title>{title}</Title>}
      <p>
        {contact.service}
        {person !== undefined && <span class="person">{person}</span>}
      </p>
      <dl>
        {phone !== undefined && (
          <div>
            <dt>{texts.components.phone}</dt>
            <dd>
              <a href={phoneAddress(phone)}>{phoneInWords(phone)}</a>
            </dd>
          </div>
        )}
        {mail !== undefined && (
          <div>
            <dt>{texts.components.mail}</dt>
            <dd>
              <a href={`mailto:${mail}`}>{mail}</a>
            </dd>
          </div>
        )}
        {hours !== undefined && (
          <div>
            <dt>{texts.components.hours}</dt>
            <dd>{hours}</dd>
          </div>
        )}
        {address !== undefined && (
          <div>
            <dt>{texts.components.address}</dt>
            <dd>{address}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
