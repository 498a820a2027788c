import { describe, expect, test } from 'vitest'
import { readMetrics } from '#forms/engine/metrics'
import { fit } from '#forms/engine/fit'
import { settingFor } from '#forms/engine/setting'
import { layoutForm, missingCharacters } from '#forms/index'
import { samples } from '#forms/samples'
import metricsFile from '../../forms/fonts/metrics.json' with { type: 'json' }
import { runsOf } from './geometry.ts'
import { rareName } from './stress.ts'

const metrics = readMetrics(metricsFile)
const setting = settingFor(metrics, { continuous: false })

/** Every character of GBK, decoded from its two-byte codes. */
function allOfGbk(): string {
  const decoder = new TextDecoder('gbk')
  let text = ''
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail))
      if (!/[\p{Co}\ufffd]/u.test(character)) text += character
    }
  }
  return text
}

describe('characters on paper', () => {
  test('all of GBK but one sign, and fifty rare characters of names, can be printed', () => {
    const rare = '喆犇赟䶮㛃㬎㵘䥺䲜䴙䴘鿍鿎鿏鿔鿭鿬鿫㙍㘎㸆𡐓𤧛𠅤𬇙𬘘𬬱𬱖𬳽𬸪𬍛𬴊𬣙𬬮𬭚𫖯𫘝𫚖𫇭𪨰𪟝𨱏𨭉𦈡𥖨𣲘𡎚𠮷𠀀𬭎'
    expect(missingCharacters({ gbk: allOfGbk(), rare }).map((missing) => missing.name)).toEqual(['U+2252'])
  })

  test('a character no font has is named, with where it stands', () => {
    const paper = { ...samples.F16(), statement: '熄火😀，仪表亮🚗灯' }
    expect(missingCharacters(paper)).toEqual([
      { character: '😀', name: 'U+1F600', text: '熄火😀，仪表亮🚗灯', path: 'statement' },
      { character: '🚗', name: 'U+1F697', text: '熄火😀，仪表亮🚗灯', path: 'statement' },
    ])
  })

  test('line breaks and tick boxes need no font', () => {
    expect(missingCharacters({ text: '第一行\n□是 ☑否' })).toEqual([])
  })

  test('a name is set in the main font, its rare characters in the fallback', () => {
    const paper = { ...samples.F16(), customer: { name: rareName, phone: '', address: '' } }
    const [page] = layoutForm('F16', [{ paper, number: 'N', hash: '', mark: { kind: 'original' } }])
    const runs = page === undefined ? [] : runsOf(page).filter((run) => rareName.includes(run.text))
    expect(runs.map(({ text, font }) => ({ text, font }))).toEqual([
      { text: '喆犇赟䶮𬭎', font: 'regular' },
      { text: '𠮷', font: 'rare' },
    ])
  })
})

describe('fitting', () => {
  const space = { width: 28.4, height: 7, grow: true, limit: 200 }

  test('a number breaks after its hyphens and nowhere else', () => {
    expect(fit(setting, 'SD0731-BD16-202611-0007', { size: 8 }, space).lines).toEqual(['SD0731-BD16-', '202611-0007'])
  })

  test('a code in a sentence goes to the next line whole, and is broken only where it is longer than the line', () => {
    const narrow = { ...space, width: 21 }
    expect(fit(setting, '点火线圈总成 31310-KCW-003', { size: 8 }, narrow).lines).toEqual(['点火线圈总成', '31310-KCW-003'])
    expect(fit(setting, '单号 SD0731-BD16-202611-0007', { size: 8 }, narrow).lines).toEqual(['单号 SD0731-', 'BD16-202611-', '0007'])
  })

  test('a code alone in its cell, and a telephone number, rather shrink a little than break', () => {
    const narrow = { ...space, width: 19.5 }
    expect(fit(setting, '31310-KCW-003', { size: 8 }, narrow)).toMatchObject({ lines: ['31310-KCW-003'], size: 7.5 })
    expect(fit(setting, '138 0531 2266', { size: 8 }, { ...space, width: 17.5 }).lines).toEqual(['138 0531 2266'])
  })

  test('an amount is never broken, however narrow its column', () => {
    expect(fit(setting, '123,456.78', { size: 8 }, { ...space, width: 10.5 }).lines).toEqual(['123,456.78'])
    expect(fit(setting, '99999', { size: 8 }, { ...space, width: 4 }).lines).toEqual(['99999'])
  })

  test('punctuation never begins a line, Latin words stay whole', () => {
    const { lines } = fit(setting, '电压测量正常，ABS 模块 P0351 报码。（复测）', { size: 8 }, { ...space, width: 20 })
    expect(lines.every((line) => !/^[，。）]/.test(line))).toBe(true)
    expect(lines.join('')).toContain('P0351')
    expect(lines.some((line) => line.includes('P0351'))).toBe(true)
  })

  test('text shrinks to 7 pt, then its box grows; on a label it shrinks on', () => {
    const long = '热车后偶发熄火加油无力'.repeat(8)
    const inTable = fit(setting, long, { size: 9 }, space)
    expect([inTable.size, inTable.height > 7, inTable.lines.join('')]).toEqual([7, true, long])
    const onLabel = fit(setting, long, { size: 9 }, { ...space, grow: false })
    expect([onLabel.size < 7, onLabel.height <= 7.02, onLabel.lines.join('')]).toEqual([true, true, long])
  })

  test('a word wider than its cell is broken rather than lost', () => {
    expect(fit(setting, 'W'.repeat(60), { size: 8 }, space).lines.join('')).toBe('W'.repeat(60))
  })
})
