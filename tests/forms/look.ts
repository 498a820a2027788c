/**
 * Draws samples of every form to look at: `node tests/forms/look.ts OUT_DIR [F16 …]`, then
 * `pdftoppm -r 110 -png OUT_DIR/F16-A4P.pdf OUT_DIR/F16`. With `--stress` in the list the longest texts are drawn, with `--data-only` what 套打 prints.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { usualGrid } from '#domain/paper-stock'
import { type FormId, forms } from '#forms/index'
import { draw, layoutOf, makerForTests, sampleOf, stressedOf } from './drawing.ts'

const [outDir = '/tmp', ...options] = process.argv.slice(2)
mkdirSync(outDir, { recursive: true })
const stress = options.includes('--stress')
const dataOnly = options.includes('--data-only')
const wanted = options.filter((option) => !option.startsWith('--'))
const maker = makerForTests()

for (const id of Object.keys(forms) as FormId[]) {
  // the keys of the table of forms are its ids
  if (wanted.length > 0 && !wanted.includes(id)) continue
  for (const profile of forms[id].profiles) {
    const paper = stress ? stressedOf(id, 30) : sampleOf(id)
    const bytes = await draw(maker, layoutOf(id, [paper], { profile, grid: usualGrid, dataOnly }))
    writeFileSync(join(outDir, `${id}-${profile}.pdf`), bytes)
    process.stdout.write(`${id} ${profile}: ${bytes.length} bytes\n`)
  }
}
await maker.close()
