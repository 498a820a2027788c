import type { papers as zh } from '../zh/papers.ts'

export const papers = {
  title: 'Papers', register: 'Issued papers', form: 'Kind', allForms: 'All kinds', month: 'Month issued', allMonths: 'All months', allStatuses: 'All', issued: 'Issued', voided: 'Void', search: 'Number · about', number: 'Number', name: 'Name', subject: 'About', status: 'Status', issuedAt: 'Issued', issuedBy: 'By', printCount: 'Prints', voidedAt: 'Voided', voidReason: 'Why void', hash: 'Hash',
  empty: 'No papers issued yet', emptyHint: 'Papers issued for orders, requests, old parts and claims are registered here', emptyFiltered: 'No paper fits', emptyFilteredHint: 'Choose another kind, month or status', pick: 'Choose a paper to see it as printed', pickHint: 'Arrows move, Space ticks several to print together',
  void: 'Void', voidTitle: 'Void {number}', voidHint: 'The number is not used again; the paper may be issued anew under another. Take back the printed copies.', copiesBack: 'All printed copies are back', voidSaid: 'Void {at}: {reason}',
  printLog: 'Print log', printedAt: 'When', printedBy: 'Who', printedTimes: 'Print', printedReason: 'Reason', neverPrinted: 'Never printed', times: 'no. {times}', first: 'original', chosen: '{count} chosen', clearChosen: 'Clear', onePaper: 'As printed', log: 'Print log {count}',
  copies: 'Copies', fromBlank: 'Entered from a blank sheet: the sheet written by hand is kept, prints of this one say that it was entered later.',
} satisfies Record<keyof typeof zh, string>
