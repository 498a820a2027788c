/**
 * Draws samples of every form to look at: `node tests/forms/look.ts OUT_DIR [F16 …]`, then
 * `pdftoppm -r 110 -png OUT_DIR/F16.pdf OUT_DIR/F16`.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { forms, layoutForm, type Mark, type Page, type ProfileName } from '#forms/index'
import { createPdfMaker } from '#host/pdf/pdf-maker'

const [outDir = '/tmp', ...wanted] = process.argv.slice(2)
const maker = createPdfMaker({ fontsDir: fileURLToPath(new URL('../../forms/fonts', import.meta.url)) })
const hash = '3fa912bc0d5e77a1'

function pagesOf(id: keyof typeof forms, mark: Mark, profile: ProfileName): Page[] {
  const number = mark.kind === 'preview' ? '' : `SD0731-${forms[id].words.numberCode}-202611-0007`
  const paper = forms[id].sample()
  // Each form lays out its own sample; the compiler cannot follow that through the table of forms.
  return layoutForm(id, [{ paper, number, hash, mark }] as never, { profile })
}

for (const id of Object.keys(forms) as (keyof typeof forms)[]) {
  if (wanted.length > 0 && !wanted.includes(id)) continue
  for (const profile of forms[id].profiles) {
    const begun = performance.now()
    const bytes = await maker.make(pagesOf(id, { kind: 'original' }, profile), { title: id, createdAt: '2026-11-22T00:00:00.000Z' })
    writeFileSync(join(outDir, `${id}-${profile}.pdf`), bytes)
    process.stdout.write(`${id} ${profile} ${bytes.length} bytes ${Math.round(performance.now() - begun)} ms\n`)
  }
}
await maker.close()
