import { describe, expect, test } from 'vitest'
import { profileOf } from '#forms/engine/profiles'
import { forms } from '#forms/index'
import { formIds, layoutOf, sampleOf } from './drawing.ts'
import { boxOf, rulesOf, runsOf } from './geometry.ts'

const sheets = formIds.filter((id) => forms[id].kind === 'sheet').flatMap((id) => forms[id].profiles.map((profile) => ({ id, profile })))
const stripe = 4

describe('what stands side by side', () => {
  test.each(sheets.filter(({ profile }) => !profile.startsWith('NCR')))(
    '$id on $profile: the name of the copy keeps clear of the form and of the stripe',
    ({ id, profile }) => {
      const { width, right } = profileOf(profile, null)
      const names = layoutOf(id, [sampleOf(id)], { profile }).flatMap((page) => runsOf(page).filter(({ x }) => x > width - right))
      expect(names.length).toBeGreaterThan(0)
      expect(
        names
          .filter(({ x, width: inked, size }) => x < width - right + 0.5 || x + inked > width - stripe - 0.5 || size < 7)
          .map(({ text }) => text),
      ).toEqual([])
    },
  )

  test.each(sheets.filter(({ id }) => ['A06', 'X07', 'C06', 'F21'].includes(id)))(
    '$id on $profile: the labels of grids and boxes stand in one column',
    ({ id, profile }) => {
      const { left } = profileOf(profile, null)
      const edges = layoutOf(id, [sampleOf(id)], { profile })
        .flatMap(rulesOf)
        .filter(({ x1, x2, y1, y2 }) => x1 === x2 && Math.abs(y2 - y1) > 5 && x1 > left + 18 && x1 < left + 26)
        .map(({ x1 }) => x1.toFixed(2))
      expect([...new Set(edges)]).toHaveLength(1)
    },
  )

  test.each(sheets)('$id on $profile: a frame number is not broken', ({ id, profile }) => {
    const runs = layoutOf(id, [sampleOf(id)], { profile }).flatMap(runsOf)
    const frames = JSON.stringify(sampleOf(id)).match(/LAELJ\w{12}/g) ?? []
    expect(frames.filter((frame) => !runs.some(({ text }) => text.includes(frame)))).toEqual([])
  })

  test.each(sheets)(
    '$id on $profile: the title keeps clear of 编号, which begins beside it where there is no number yet',
    ({ id, profile }) => {
      const [page] = layoutOf(id, [sampleOf(id)], { profile }, { kind: 'preview' })
      const runs = page === undefined ? [] : runsOf(page)
      const number = runs.find(({ text }) => text === '编号：')
      const title = runs.filter(({ font, size, y }) => font === 'bold' && size >= 11 && y < (number?.y ?? 0) + 8)
      expect([number === undefined, title.length > 0]).toEqual([false, true])
      expect(title.filter(({ text, x, width }) => text !== '预览' && x + width > (number?.x ?? 0) - 1.4).map(({ text }) => text)).toEqual(
        [],
      )
    },
  )

  test.each(sheets.filter(({ id }) => id === 'F23'))(
    '$id on $profile: the limits of its columns are not broken within a number',
    ({ id, profile }) => {
      const texts = layoutOf(id, [sampleOf(id)], { profile })
        .flatMap(runsOf)
        .map(({ text }) => text)
      expect(texts).toEqual(expect.arrayContaining(['≤1000km', '>6000']))
    },
  )

  test.each(sheets)('$id on $profile: the place of the stamp begins behind its title', ({ id, profile }) => {
    const crossed = layoutOf(id, [sampleOf(id)], { profile }).flatMap((page) => {
      const dashes = rulesOf(page).filter(({ dashed, x1, x2 }) => dashed && x1 === x2)
      const titles = runsOf(page).filter(({ text }) => text.endsWith('盖章：'))
      return titles.filter((title) => {
        const { x, y, width, height } = boxOf(title)
        return dashes.some(({ x1, y1, y2 }) => x1 > x - 0.1 && x1 < x + width && y1 < y + height && y2 > y)
      })
    })
    expect(crossed.map(({ text }) => text)).toEqual([])
  })

  test.each(sheets)(
    '$id on $profile: the place of the stamp stands over no line to sign on, unless the sheet ends there',
    ({ id, profile }) => {
      const { height, bottom } = profileOf(profile, null)
      const struck = layoutOf(id, [sampleOf(id)], { profile }).flatMap((page) => {
        const dashes = rulesOf(page).filter(({ dashed, x1, x2 }) => dashed && x1 === x2)
        return dashes.flatMap(({ x1, y1, y2 }) =>
          y2 > height - bottom
            ? []
            : rulesOf(page).filter(
                (line) => !line.dashed && line.y1 === line.y2 && line.y1 > y1 && line.y1 < y2 && line.x1 < x1 && line.x2 > x1,
              ),
        )
      })
      expect(struck).toEqual([])
    },
  )
})

describe('a sheet half as high', () => {
  const sample = (id: (typeof formIds)[number], dataOnly: boolean) => layoutOf(id, [sampleOf(id)], { profile: 'A5L', dataOnly })

  test.each(['A12', 'X04'] as const)('%s: boxes give up some of their room, so that one page holds it, on printed stock too', (id) => {
    for (const pages of [sample(id, false), sample(id, true)]) expect(pages.map(({ count }) => count)).toEqual(pages.map(() => 1))
  })
})
