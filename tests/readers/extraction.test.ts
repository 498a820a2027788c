import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { forms, type Page } from '#forms/index'
import { draw, formIds, layoutOf, makerForTests, sampleOf } from '#tests/forms/drawing'
import { runsOf } from '#tests/forms/geometry'
import { counted, rareSampleOf } from '#tests/forms/rare-samples'
import { readPdf } from '#tests/forms/reading'
import { absenceOf, said } from './installed-readers.ts'

const maker = makerForTests()
const folder = mkdtempSync(join(tmpdir(), 'sanbao-extraction-'))
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await maker.close()
})

const profileNames = [...new Set(formIds.flatMap((id) => forms[id].profiles))]

describe.each(profileNames)('%s', (profile) => {
  test.each([{ dataOnly: false }, { dataOnly: true }])(
    `${profile}, 套打 $dataOnly: another program takes the very characters out of each page that went in`,
    { timeout: 60_000 },
    async ({ dataOnly }) => {
      const pages: Page[] = formIds
        .filter((id) => forms[id].profiles.includes(profile))
        .flatMap((id) => layoutOf(id, [sampleOf(id), rareSampleOf(id)], { profile, dataOnly }))
      const bytes = await draw(maker, pages)
      const read = await readPdf(bytes)
      expect(read.map(({ texts }) => counted(texts.map(({ text }) => text)))).toEqual(
        pages.map((page) => counted(runsOf(page).map(({ text }) => text))),
      )
      if (!dataOnly) expect(pages.some((page) => runsOf(page).some(({ text }) => text.includes('𠮷')))).toBe(true)
      writeFileSync(join(folder, `${profile}-${dataOnly}.pdf`), bytes)
    },
  )
})

test('qpdf finds no fault in any of these files', { timeout: 60_000 }, ({ skip }) => {
  const absence = absenceOf('qpdf')
  if (absence !== null) skip(absence)
  const files = readdirSync(folder)
  expect(files.length).toBe(2 * profileNames.length)
  const faults = files.flatMap((file) => {
    const { status, out, complaints } = said('qpdf', ['--check', join(folder, file)])
    return status === 0 && complaints === '' && !/warning|error:/i.test(out) ? [] : [`${file}: ${complaints || out}`]
  })
  expect(faults).toEqual([])
})
