export { addresses as exchangeAddresses } from './addresses.ts';
export { checkFile } from './checkFile.ts';
export type { ExchangeDeps } from './deps.ts';
export { EXCHANGE_EVENTS } from './events.ts';
export { exchangeRoutes } from './routes.ts';
export { faultInWords, texts as exchangeTexts } from './texts.ts';
