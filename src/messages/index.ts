import './events.ts';

export { deliverTemplates } from './actions/deliverTemplates.ts';
export { lotFaultIn, orderLot } from './actions/orderLot.ts';
export { readMessages } from './actions/readMessages.ts';
export { saveTemplate } from './actions/saveTemplate.ts';
export { sendLot } from './actions/sendLot.ts';
export { settleThread } from './actions/settleThread.ts';
export { tellCandidate } from './actions/tell.ts';
export { writeToCandidate } from './actions/writeToCandidate.ts';
export { writeToOffice } from './actions/writeToOffice.ts';
export { addresses as messageAddresses } from './addresses.ts';
export { messagesDue } from './due.ts';
export { fillFor, fillTemplate } from './fillTemplate.ts';
export { type LotRefusal, lotRefusals } from './lotRefusals.ts';
export { MESSAGE, type Message, type Settlement, type Thread } from './message.ts';
export { messageMigrations } from './migrations.ts';
export { addresses as messageDesk } from './office/addresses.ts';
export { LOT, TEMPLATE } from './office.ts';
export { Conversation, type ShownMessage } from './pages/conversation.tsx';
export { pieceChoices, pieceLabelIn } from './pieceChoices.ts';
export { type LotPreview, previewLot } from './previewLot.ts';
export { type Refusal as MessageRefusal, refusals as messageRefusals } from './refusals.ts';
export { messageRoutes } from './routes.ts';
export { mayBeAbout } from './rules/pieces.ts';
export { type Standing as MessageStanding, standingOf as messageStandingOf } from './rules/standing.ts';
export { ABOUTS, faultIn as templateFaultIn, TEMPLATE_VARIABLES, type TemplateAbout } from './rules/variables.ts';
export {
  findLot,
  type Lot,
  listLots,
  listRecipients,
  type Recipient,
  type RecipientState,
  type SummedLot,
} from './store/lots.ts';
export {
  findTemplate,
  listTemplates,
  listTemplateVersions,
  type Template,
  type TemplateVersion,
} from './store/templates.ts';
export {
  type Cursor,
  countThreads,
  type ListedThread,
  listThreads,
  type ThreadFilter,
  type ThreadScope,
} from './store/threads.ts';
export {
  countUnreadMessages,
  findThread,
  listAnswers,
  listMessages,
  listReadings,
  listSettlements,
} from './store.ts';
export { subscribeMessages } from './subscribe.ts';
export { type TemplateRefusal, templateRefusals } from './templateRefusals.ts';
export { texts as messageTexts } from './texts.ts';
