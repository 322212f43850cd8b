import './events.ts';

export { samePersonTexts } from './samePersonTexts.ts';
export { untoldValidation } from './store.ts';
export { subscribeMails } from './subscribe.ts';
