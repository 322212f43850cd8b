import './events.ts';

export { fileMails } from './mails.ts';
export { reserveMails } from './reserveMails.ts';
export { samePersonMails } from './samePersonMails.ts';
export { untoldValidation } from './store.ts';
export { subscribeMails } from './subscribe.ts';
