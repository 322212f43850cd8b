import type { z } from 'zod';
import { ok, refuse } from '../../../platform/result.ts';
import { texts } from '../../texts.ts';
import { textOnly } from './textCheck.ts';

const LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** An e-mail address of at most 254 characters; its domain in lower case, its local part as typed (RFC 5321). */
export function emailAddress(): z.ZodType<string, string> {
  return textOnly((text) => {
    const say = texts.checks.email;
    const address = text.replace(/^mailto:/i, '');
    if (address.length > 254) return refuse(say.tooLong);
    if (/\s/.test(address)) return refuse(say.space);
    if (/[,;]/.test(address)) return refuse(say.comma);
    const at = address.indexOf('@');
    if (at === -1) return refuse(say.noAt);
    if (address.includes('@', at + 1)) return refuse(say.twoAts);
    const foreign = /[^\x21-\x7e]/u.exec(address)?.[0];
    if (foreign !== undefined) return refuse(say.character(foreign));
    const [local, domain] = [address.slice(0, at), address.slice(at + 1).toLowerCase()];
    if (local === '' || domain === '') return refuse(say.incomplete);
    if (!domain.includes('.') || domain.endsWith('.')) return refuse(say.noEnding);
    if (local.length > 64 || !LOCAL_PART.test(local) || !DOMAIN.test(domain)) return refuse(say.unreadable);
    return ok(`${local}@${domain}`);
  });
}

/** A French or international phone number, kept as its figures with a leading `+` if there is one: `0473993506`. */
export function phone(): z.ZodType<string, string> {
  return textOnly((text) => {
    const say = texts.checks.phone;
    const bare = text.replace(/\(0\)/g, '').replace(/[\s.\-/()\u2010-\u2013]/g, '');
    if (!/^\+?\d+$/.test(bare)) return refuse(say.character);
    const number = bare.replace(/^00/, '+').replace(/^\+330(?=\d{9}$)/, '+33');
    if (number.startsWith('+33')) return /^\+33[1-9]\d{8}$/.test(number) ? ok(number) : refuse(say.french);
    if (number.startsWith('+')) return /^\+[1-9]\d{6,14}$/.test(number) ? ok(number) : refuse(say.international);
    return /^0[1-9]\d{8}$/.test(number) ? ok(number) : refuse(number.startsWith('0') ? say.french : say.withoutPrefix);
  });
}

/** Five figures, spaces forgiven. */
export function postcode(): z.ZodType<string, string> {
  return textOnly((text) => {
    const bare = text.replaceAll(' ', '');
    return /^\d{5}$/.test(bare) ? ok(bare) : refuse(texts.checks.postcode);
  });
}
