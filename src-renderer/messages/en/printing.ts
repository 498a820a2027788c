import type { printing as zh } from '../zh/printing.ts'

export const printing = {
  paper: 'Paper',
  dataOnly: 'Data only',
  dataOnlySaid: 'only what is filled in',
  dialogAsks: 'printer chosen when printing',
  offsetSaid: 'offset across {x}, down {y}, per sheet {drift} mm',
  assign: 'Printers and paper…',
  startAt: 'Begin at place',
  startHint: 'go on with a sheet partly used',
  place: 'Place {place}',
  drawing: 'Laying out',
  drawStopped: 'Layout was stopped; nothing was printed',
  drawAgain: 'Lay out again',
  printStopped: 'Stopped: nothing was printed or logged',
  tooManyPapers:
    'The chosen ones have {count} papers and at most {most} are printed at once: choose fewer, or print a whole period in Papers',
  sent: 'Sent to the printer and logged.',
  again: 'Reprint',
  againTitle: 'Reprint {number}',
  againMany: 'Reprint {count} [paper|papers]',
  againHint: 'Papers printed before bear the reprint mark and its count on every copy; the reason goes into the print log.',
  againExample: 'e.g. paper jam, lost by the customer, label torn',
} satisfies Record<keyof typeof zh, string>
