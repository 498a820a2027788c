import { type LabelGrid, type Offset, type ProfileName, roundedMm } from '#domain/paper-stock'
import { createInk, type Ink } from './ink.ts'
import type { Metrics } from './metrics.ts'
import { movedBy } from './offset.ts'
import type { Frame, Page } from './page.ts'
import { type Profile, profileOf } from './profiles.ts'
import { placesOn } from './label.ts'
import { settingFor } from './setting.ts'

/** What a test sheet is for: `name` of the paper, `printer` and `form` as the station calls them, '' where it is for all. */
export type TestSheet = {
  readonly profile: ProfileName
  readonly grid: LabelGrid | null
  readonly offset: Offset
  readonly name: string
  readonly printer: string
  readonly form: string
}

/** Where the ruler's baselines stand from the upper and the left edge, mm: inside what every printer reaches. */
const rulerTop = 8
const crossArm = 4
/** Crosses stand so far from the edges of the sheet. */
const crossAt = 30

/** One stroke for each millimetre, longer ones at 5 and 10, figures at tens. */
function drawRulers(ink: Ink, { width, height, left, right, continuous }: Profile): void {
  const [from, to] = [continuous ? left : 4, width - (continuous ? right : 4)]
  const leftRuler = continuous ? left + 2 : rulerTop
  ink.rule(from, rulerTop, to, rulerTop, 0.2)
  for (let mm = Math.ceil(from); mm <= to; mm += 1) {
    ink.rule(mm, rulerTop, mm, rulerTop + strokeOf(mm), 0.12)
    if (mm % 10 === 0 && mm > leftRuler + 10)
      ink.write(String(mm), { size: 7 }, { x: mm - 5, y: rulerTop + 3.6, width: 10, height: 3 }, { align: 'centre', padding: 0 })
  }
  ink.rule(leftRuler, rulerTop, leftRuler, height - 4, 0.2)
  for (let mm = Math.ceil(rulerTop); mm <= height - 4; mm += 1) {
    ink.rule(leftRuler, mm, leftRuler + strokeOf(mm), mm, 0.12)
    if (mm % 10 === 0 && mm > rulerTop + 8)
      ink.write(String(mm), { size: 7 }, { x: leftRuler + 3.4, y: mm - 1.5, width: 8, height: 3 }, { align: 'left', padding: 0 })
  }
}

function strokeOf(mm: number): number {
  return mm % 10 === 0 ? 3.2 : mm % 5 === 0 ? 2.2 : 1.2
}

function drawCross(ink: Ink, x: number, y: number): void {
  ink.rule(x - crossArm, y, x + crossArm, y, 0.2)
  ink.rule(x, y - crossArm, x, y + crossArm, 0.2)
  ink.write(
    `${roundedMm(x)} / ${roundedMm(y)}`,
    { size: 7 },
    { x: x + 0.8, y: y + 0.6, width: 24, height: 3 },
    { align: 'left', padding: 0 },
  )
}

/** Up to this width a sheet has one cross. */
const smallSheet = 120

/** A corner of crosses on big sheets; on labels one below the middle. */
function crossesOf({ width, height }: Profile): { x: number; y: number }[] {
  if (width < smallSheet) return [{ x: Math.round(width / 2), y: Math.round(height * 0.75) }]
  return [crossAt, Math.round(width - crossAt)].flatMap((x) => [crossAt, Math.round(height - crossAt)].map((y) => ({ x, y })))
}

function explained({ offset, name, printer, form }: TestSheet, sheet: number, sheets: number): string[] {
  return [
    [`测试页 ${name}`, form, printer].filter((part) => part !== '').join(' · '),
    `当前偏移：横 ${roundedMm(offset.x)}，竖 ${roundedMm(offset.y)}，每张再移 ${roundedMm(offset.drift)} 毫米`,
    '用尺量十字到纸左边、上边的距离，应与十字旁的数相同（毫米）。',
    '量得比印的大，把差数从偏移里减去；量得小，就加上。',
    ...(sheets > 1 ? [`第 ${sheet} 张，共 ${sheets} 张：第 3 张比第 1 张多量出的数除以 2，从「每张再移」里减去。`] : []),
  ]
}

function drawWords(ink: Ink, test: TestSheet, { width, height, continuous, right }: Profile, sheet: number, sheets: number): void {
  const lines = explained(test, sheet, sheets)
  const isSmall = width < smallSheet
  const line = isSmall ? 4 : 5.2
  const top = isSmall ? 22 : crossAt + 8
  const x = isSmall ? 24 : crossAt + 14
  for (const [index, text] of lines.entries()) {
    const frame = { x, y: top + index * line, width: width - x - (continuous ? right : 6), height: line }
    if (frame.y + line < height - 4) ink.write(text, { size: 9, bold: index === 0 }, frame, { align: 'left', padding: 0 })
  }
}

/** The places of a sheet of labels with their numbers. */
function drawPlaces(ink: Ink, places: readonly Frame[]): void {
  if (places.length < 2) return
  for (const [index, place] of places.entries()) {
    ink.frame(place, 0.12)
    ink.write(
      String(index + 1),
      { size: 14, bold: true },
      { x: place.x + place.width - 12, y: place.y + place.height - 9, width: 10, height: 7 },
      { align: 'right', padding: 0 },
    )
  }
}

/** Drift shows only from sheet to sheet. */
const sheetsOfContinuous = 3

/**
 * A sheet to measure by: rulers in mm along the upper and the left edge, crosses whose true distance stands beside them,
 * the places of labels, and what to do with the difference. On continuous paper three, because drift adds up.
 */
export function layoutTestSheet(test: TestSheet, metrics: Metrics): Page[] {
  const { profile: name, grid, offset } = test
  const profile = profileOf(name, grid)
  const sheets = profile.continuous ? sheetsOfContinuous : 1
  const pages = Array.from({ length: sheets }, (_, index): Page => {
    const ink = createInk({ ...settingFor(metrics, profile), fixedPitch: false }, 'blank')
    drawRulers(ink, profile)
    drawPlaces(ink, placesOn(name, grid))
    for (const { x, y } of crossesOf(profile)) drawCross(ink, x, y)
    drawWords(ink, test, profile, index + 1, sheets)
    return { paper: 0, copy: '', number: index + 1, count: sheets, width: profile.width, height: profile.height, layers: [ink.layer()] }
  })
  return movedBy(pages, offset)
}
