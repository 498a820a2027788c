import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { forms, type Page } from '#forms/index'
import { draw, formIds, layoutOf, makerForTests, sampleOf } from './drawing.ts'
import { runsOf, squeezed } from './geometry.ts'
import { readPdf } from './reading.ts'

const maker = makerForTests()
const folder = mkdtempSync(join(tmpdir(), 'sanbao-extraction-'))
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await maker.close()
})

const hasQpdf = spawnSync('qpdf', ['--version'], { stdio: 'ignore' }).status === 0
const profileNames = [...new Set(formIds.flatMap((id) => forms[id].profiles))]

/** How often each character is there: what went in must come out, no more and no less, whatever the order. */
function counted(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const character of squeezed(texts.join(''))) counts[character] = (counts[character] ?? 0) + 1
  return counts
}

/** Characters beyond the BMP in the title, which every form has, and in the station's name, which most fill in. */
function rareSampleOf(id: (typeof formIds)[number]) {
  const sample = sampleOf(id)
  return { ...sample, station: { ...sample.station, name: '𠮷𬭎䶮喆服务站' }, words: { ...sample.words, forms: { [id]: { title: ['𠮷𬭎表'] } } } }
}

describe.each(profileNames)('%s', (profile) => {
  test.each([{ dataOnly: false }, { dataOnly: true }])(`${profile}, 套打 $dataOnly: another program takes the very characters out of each page that went in; qpdf finds no fault`, { timeout: 60_000 }, async ({ dataOnly }) => {
    const pages: Page[] = formIds.filter((id) => forms[id].profiles.includes(profile)).flatMap((id) => layoutOf(id, [sampleOf(id), rareSampleOf(id)], { profile, dataOnly }))
    const bytes = await draw(maker, pages)
    const read = await readPdf(bytes)
    expect(read.map(({ texts }) => counted(texts.map(({ text }) => text)))).toEqual(pages.map((page) => counted(runsOf(page).map(({ text }) => text))))
    if (!dataOnly) expect(pages.some((page) => runsOf(page).some(({ text }) => text.includes('𠮷')))).toBe(true)
    if (!hasQpdf) return
    const file = join(folder, `${profile}-${dataOnly}.pdf`)
    writeFileSync(file, bytes)
    const { status, stdout } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' })
    expect({ status, fault: /warning|error:/i.exec(stdout)?.[0] }).toEqual({ status: 0, fault: undefined })
  })
})
