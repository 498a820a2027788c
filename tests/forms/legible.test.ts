import { describe, expect, test } from 'vitest'
import { serviceStatisticsSample } from '#forms/charter/c03-service-statistics'
import { profileOf } from '#forms/engine/profiles'
import { forms } from '#forms/index'
import { formIds, layoutOf, sampleOf } from './drawing.ts'
import { runsOf } from './geometry.ts'

const continuous = formIds.flatMap((id) =>
  forms[id].profiles.filter((profile) => profile.startsWith('NCR')).map((profile) => ({ id, profile })),
)

describe('what can be read', () => {
  test.each(continuous)(
    '$id on $profile: needles print nothing below 8 pt, 7½ where a row of the stock is one and a half lines high',
    ({ id, profile }) => {
      const smallest = (dataOnly: boolean) =>
        Math.min(...layoutOf(id, [sampleOf(id)], { profile, dataOnly }).flatMap((page) => runsOf(page).map(({ size }) => size)))
      expect(smallest(false)).toBeGreaterThanOrEqual(8)
      expect(smallest(true)).toBeGreaterThanOrEqual(7.5)
    },
  )

  test.each(['NCR241x280', 'NCR241x140'] as const)('C03 on %s: a sum of more than a thousand in any of its columns', (profile) => {
    const sample = sampleOf('C03')
    const cases = (serviceStatisticsSample.tables['cases'] ?? []).map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? 1_234_56 : value])),
    )
    const paper = { ...sample, ...serviceStatisticsSample, tables: { cases } }
    const sums = layoutOf('C03', [paper], { profile })
      .flatMap(runsOf)
      .filter(({ text }) => text === '1,234.56')
    expect(sums.length).toBe(2 * 9)
    expect(sums.filter(({ size }) => size < 8)).toEqual([])
  })

  test.each([
    ['F13', 'A4P'],
    ['F21', 'A4P'],
    ['F11', 'A4L'],
    ['F13', 'NCR241x140'],
  ] as const)('%s on %s: a long name of the company stands on two lines above the name of the form', (id, profile) => {
    const name = '内蒙古自治区呼和浩特市新世纪摩托车制造有限责任公司销售分公司'
    const { words, station, ...rest } = sampleOf(id)
    const paper = { ...rest, station: { ...station, name }, words: { ...words, company: name } }
    const head = layoutOf(id, [paper], { profile })
      .flatMap(runsOf)
      .filter(({ font, y, frame }) => font === 'bold' && y < frame.y + 8 && y < 30)
    const lines = head.filter(({ text }) => name.includes(text.replace('售后服务中心', '')))
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.filter(({ size }) => size < 9)).toEqual([])
  })

  test('a number in a narrow column keeps off the rule behind it', () => {
    const [page] = layoutOf('F25', [sampleOf('F25')])
    const runs = page === undefined ? [] : runsOf(page)
    const { left, usable } = profileOf('A4L', null)
    const edge = left + usable
    const numbers = runs.filter(({ frame, text }) => /^\d$/.test(text) && Math.abs(frame.x + frame.width - edge) < 0.01)
    expect(numbers.map(({ text }) => text)).toEqual(['1', '1', '2'])
    expect(numbers.filter(({ x, width }) => edge - x - width < 0.6)).toEqual([])
  })
})
