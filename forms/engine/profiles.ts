import type { LabelGrid, ProfileName } from '#domain/paper-stock'

/**
 * A sheet and its margins in mm (domain.md §0.3). `usable` is the width a table must fill exactly; `head` the height of the
 * band with code, title and number; `foot` what the page number takes inside the margins, 0 where it stands in the margin.
 * `continuous`: carbonless paper for dot-matrix printers, all copies at one blow.
 */
export type Profile = {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  readonly usable: number
  readonly head: number
  readonly foot: number
  readonly continuous: boolean
}

function sheet(width: number, height: number, top: number, bottom: number, left: number, right: number): Profile {
  return { width, height, top, bottom, left, right, usable: width - left - right, head: 17, foot: 0, continuous: false }
}

function label(width: number, height: number, margin: number): Profile {
  return { ...sheet(width, height, margin, margin, margin, margin), head: 0 }
}

const inch = 25.4
/** Lines of a dot-matrix printer: six to the inch; cells and rows are set in halves of a line. */
export const linePitch = inch / 6
export const halfLine = linePitch / 2

/**
 * Continuous paper is sold as 241×280, 140 and 93 mm and is 9½ inches wide, 11, 5½ and 3⅔ inches long; the true length
 * keeps the sheets from creeping. 15 mm at each side stay free of ink: the tractor strips are half an inch.
 */
function continuous(lines: number, headLines: number): Profile {
  const width = 9.5 * inch
  return {
    width,
    height: lines * linePitch,
    top: 2 * halfLine,
    bottom: 2 * halfLine,
    left: 15,
    right: 15,
    usable: width - 30,
    head: headLines * halfLine,
    foot: 3 * halfLine,
    continuous: true,
  }
}

export const profiles: Readonly<Record<Exclude<ProfileName, 'grid'>, Profile>> = {
  A4P: sheet(210, 297, 15, 15, 18, 12),
  A4L: sheet(297, 210, 12, 12, 12, 12),
  A5L: sheet(210, 148, 8, 8, 12, 8),
  NCR241x280: continuous(66, 8),
  NCR241x140: continuous(33, 8),
  NCR241x93: continuous(22, 7),
  LBL100x80: label(100, 80, 3),
  LBL150x100: label(150, 100, 4),
  LBL76x130: label(76, 130, 3),
  'A4L-4up': label(297, 210, 2),
  'A4P-6up': label(210, 297, 2),
}

/** A4 upright forms are laid on everything as wide; 241×93 is for slips only. */
export const uprightPapers: readonly ProfileName[] = ['A4P', 'A5L', 'NCR241x280', 'NCR241x140']
export const wideTablePapers: readonly ProfileName[] = ['A4L', 'NCR241x280', 'NCR241x140']
export const slipPapers: readonly ProfileName[] = ['A5L', 'A4P', 'NCR241x280', 'NCR241x140', 'NCR241x93']

/** The paper itself. A `grid` is the sheet measured at the station. */
export function profileOf(name: ProfileName, grid: LabelGrid | null): Profile {
  if (name !== 'grid') return profiles[name]
  return grid === null ? profiles.A4P : { ...label(grid.sheetWidth, grid.sheetHeight, 0) }
}
