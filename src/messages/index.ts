export { deliverTemplates } from './actions/deliverTemplates.ts';
export { tellCandidate } from './actions/tell.ts';
export { writeToOffice } from './actions/writeToOffice.ts';
export { addresses as messageAddresses } from './addresses.ts';
export { messagesDue } from './due.ts';
export { MESSAGE_EVENTS } from './events.ts';
export type { LotRefusal } from './lotRefusals.ts';
export { messageMails } from './mails.ts';
export { MESSAGE, type Message, type Settlement, type Thread } from './message.ts';
export { messageMigrations } from './migrations.ts';
export { addresses as messageDesk } from './office/addresses.ts';
export { messageFlash } from './office/flash.ts';
export { NO_MESSAGE_FILTER } from './office/messageFilter.ts';
export { lotTexts } from './office/messageLotsTexts.ts';
export { messageOfficeTexts } from './office/messagesTexts.ts';
export { messageDeskRoutes } from './office/routes.ts';
export { lotWorks } from './office/works.ts';
export type { ShownMessage } from './pages/conversation.tsx';
export type { LotPreview } from './previewLot.ts';
export { type Refusal as MessageRefusal, refusals as messageRefusals } from './refusals.ts';
export { messageRoutes } from './routes.ts';
export type { MessageState as MessageStanding } from './rules/messageState.ts';
export type { TemplateAbout } from './rules/variables.ts';
export type { MessageLot, Recipient, SummedLot } from './store/lots.ts';
export { listTemplates, type Template, type TemplateVersion } from './store/templates.ts';
export {
  type Cursor,
  countThreads,
  type ListedThread,
  listThreads,
  type ThreadFilter,
  type ThreadScope,
  threadsByGroup,
} from './store/threads.ts';
export { countUnreadMessages, findThread, listMessages } from './store.ts';
export { subscribeMessages } from './subscribe.ts';
export type { TemplateRefusal } from './templateRefusals.ts';
export { texts as messageTexts } from './texts.ts';
