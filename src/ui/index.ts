export {
  beforeShort,
  briefDay,
  briefEnd,
  briefInstant,
  clockTime,
  dayAndHour,
  dayAndMonth,
  dayInWords,
  endInWords,
  exactInstant,
  instantInWords,
  monthName,
  numericDay,
  secondInstant,
  shortDay,
  shortEnd,
  shortInstant,
  sinceInWords,
  untilInWords,
  untilShort,
  untilWithYear,
} from '../platform/french/dates.ts';
export { distance, distanceToEnd } from '../platform/french/distance.ts';
export {
  decimalComma,
  fileSize,
  listing,
  markInWords,
  NARROW_NBSP,
  NBSP,
  ordinal,
  plural,
  quoted,
  wholeNumber,
  withA,
  withDe,
} from '../platform/french/french.ts';
export { Alert, type AlertProps, type Tone } from './components/alert.tsx';
export {
  Actions,
  Button,
  ButtonLink,
  type ButtonLinkProps,
  type ButtonProps,
  DangerLink,
} from './components/buttons.tsx';
export { Checklist, type ChecklistItem, type StepState } from './components/checklist.tsx';
export { type Contact, ContactCard } from './components/contactCard.tsx';
export { FilterSelect } from './components/filterSelect.tsx';
export { KeysHelp } from './components/keysHelp.tsx';
export {
  BackLink,
  Card,
  Columns,
  Details,
  EmptyState,
  type Figure,
  Figures,
  Identifier,
  PageTitle,
  Section,
  TypedWords,
  Unsent,
} from './components/layout.tsx';
export { type Lead, Leads } from './components/leads.tsx';
export { type LineFault, LineFaults } from './components/lineFaults.tsx';
export { Chips, ListHead } from './components/listHead.tsx';
export { type Milestone, Milestones } from './components/milestones.tsx';
export { Pagination } from './components/pagination.tsx';
export { type Part, Parts } from './components/parts.tsx';
export { type Row, RowList } from './components/rowList.tsx';
export { LONGEST_SEARCH, SearchBox } from './components/searchBox.tsx';
export { Shape, type ShapeName } from './components/shape.tsx';
export { type Share, Shares } from './components/shares.tsx';
export { Facts, Sheet, type SheetProps } from './components/sheet.tsx';
export { DocumentFrame, type DocumentFrameProps, SplitView, type SplitViewProps } from './components/splitView.tsx';
export { Status, type StatusName, Tag } from './components/status.tsx';
export { Stepper } from './components/stepper.tsx';
export { SummaryList, type SummaryRow } from './components/summaryList.tsx';
export { type Column, Table, type TableProps } from './components/table.tsx';
export { TableLinks } from './components/tableLinks.tsx';
export { Timeline, type TimelineEntry } from './components/timeline.tsx';
export { AheadFirst } from './device/aheadFirst.tsx';
export { AsWritten, type OnLineWords, onLineInWords } from './form/asWritten.tsx';
export { CellFaults, CellField, CellTick } from './form/cellField.tsx';
export { oneOf, someOf, ticked, tickedOrNot, yesNo, yesNoOptions } from './form/checks/choices.ts';
export { emailAddress, phone, postcode } from './form/checks/contact.ts';
export { frenchDate } from './form/checks/frenchDate.ts';
export { givenNames, personName, printedLine, printedLines, workingName } from './form/checks/names.ts';
export { freeText, halfPointMark, halfPointsIn, wholeNumberBetween } from './form/checks/numbers.ts';
export { textCheck, textOnly } from './form/checks/textCheck.ts';
export { ChoiceCards } from './form/choiceField.tsx';
export {
  type Control,
  defineField,
  defineFileField,
  type Field,
  type FileField,
  type Option,
  type ValueOf,
  type Values,
} from './form/field.ts';
export { Fieldset } from './form/fieldset.tsx';
export { FileInput } from './form/fileInput.tsx';
export { FoldedForm } from './form/foldedForm.tsx';
export { ActionForm, Form, type FormProps } from './form/form.tsx';
export { FormField, FormFields } from './form/formField.tsx';
export type { Hidden } from './form/hiddenInputs.tsx';
export { hiddenNames } from './form/hiddenInputs.tsx';
export { type Body, parseForm, tickedIn, typedForm, typedIn } from './form/parse.ts';
export { RowFileForm } from './form/rowFileForm.tsx';
export { type Rule, rule, sameAs } from './form/rules.ts';
export {
  emptyForm,
  type Fault,
  type FormState,
  faultOf,
  stateOf,
  type Typed,
  wholeFault,
  withFault,
  withoutFields,
} from './form/state.ts';
export { tableField, unreadTable } from './form/tableFile.ts';
export { unmarked } from './form/unmarked.ts';
export { formOf, type Line, linesOf, showValue } from './form/write.ts';
export { type AssetManifest, asset, renderPage, setAssets } from './html.ts';
export { lawInWords } from './lawInWords.ts';
export { act, acts, type Faulty, faultsOnly, faulty, type ShownAgain, says } from './page/act.ts';
export type { Chrome, Link, NavigationItem, PageHelp, Scheme, Strip, TourStop } from './page/chrome.ts';
export { schemeForm } from './page/footer.tsx';
export { keptRoutes } from './page/keptRoutes.ts';
export { type Flash, Page, type PageProps, type SheetName } from './page/page.tsx';
export { frameOf, type PageFrame, show } from './page/reply.ts';
export { phoneAddress, phoneInWords } from './phone.ts';
