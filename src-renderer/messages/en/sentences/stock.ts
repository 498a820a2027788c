import type { stockSentences } from '#domain/sentences/stock'

export const stockEn = {
  'stock.unfit': '“{title}” does not fit on {paper}. It can be printed on: {papers}',
  'stock.noGrid': '“{title}” is to go on your own sheet of labels; enter the measures of that sheet first, under Printing in the settings',
  'stock.gridTooWide':
    '{columns} [column|columns] of labels [needs|need] {needed} mm, the sheet is {sheet} mm wide; take fewer columns, or check left margin, label width and gap',
  'stock.gridTooHigh':
    '{rows} [row|rows] of labels [needs|need] {needed} mm, the sheet is {sheet} mm high; take fewer rows, or check top margin, label height and gap',
  'stock.labelTooSmall': '“{title}” needs a label of at least {width}×{height} mm to be legible; use another stock',
  'stock.pliesHide':
    '{copy} of “{title}” leaves something out, but continuous paper prints all copies alike at one blow; print it on A4, or let all copies show the same in the manufacturer’s forms',
  'stock.moreRowsThan':
    '“{title}” has {rows} [row|rows], printed stock of {paper} takes only {printed} of them; take stock that has enough ({papers}), or print it whole instead of data only',
  'stock.moreRows': '“{title}” has {rows} [row|rows], the printed stock has boxes for {printed}; print it whole instead of data only',
} satisfies Record<keyof typeof stockSentences, string>
