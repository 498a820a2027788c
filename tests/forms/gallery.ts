/** Writes docs/forms: the first page of each form's sample and the pages that show them. `node tests/forms/gallery.ts` */
import { mkdirSync, writeFileSync } from 'node:fs'
import { forms, type FormId } from '#forms/index'
import { formNames as english } from '../../src-renderer/messages/en/form-names.ts'
import { formNames as chinese } from '../../src-renderer/messages/zh/form-names.ts'
import { formIds } from './drawing.ts'
import { encodePng } from './png.ts'
import { galleryFolder, samplePictures } from './sample-pictures.ts'

const groups: readonly { readonly begins: string; readonly zh: string; readonly en: string }[] = [
  { begins: 'F', zh: '厂方售后表单（SH-ZH）', en: 'Manufacturer’s after-sales forms (SH-ZH)' },
  { begins: 'A', zh: '家电售后表单', en: 'Appliance chain' },
  { begins: 'C', zh: '服务章程表单', en: 'Service charter' },
  { begins: 'X', zh: '其他表单', en: 'Further forms' },
]

function cell(id: FormId): string {
  const { code } = forms[id].words
  return `<td valign="top" width="33%"><img src="${id}.png" alt="${english[id]}"><br><b>${id}</b> ${chinese[id]}${code === '' ? '' : ` · ${code}`}<br>${english[id]} · ${forms[id].profiles.join(', ')}</td>`
}

function tableOf(ids: readonly FormId[]): string {
  const rows = Array.from({ length: Math.ceil(ids.length / 3) }, (_, row) => ids.slice(3 * row, 3 * row + 3))
  return `<table>\n${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}\n</table>`
}

mkdirSync(galleryFolder, { recursive: true })
for (const [id, picture] of await samplePictures()) writeFileSync(new URL(`${id}.png`, galleryFolder), encodePng(picture))
writeFileSync(
  new URL('README.md', galleryFolder),
  [
    '# 表单样张 Gallery of forms',
    '',
    '每张表单用样例数据打印的第一页，由 `node tests/forms/gallery.ts` 生成；测试用同样的图检查版面有没有变。',
    'The first page of every form filled with sample data, written by `node tests/forms/gallery.ts`; a test compares every form with these pictures. Stripes of the copies are coloured on paper.',
    '',
    ...groups.flatMap(({ begins, zh, en }) => [`## ${zh} · ${en}`, '', tableOf(formIds.filter((id) => id.startsWith(begins))), '']),
  ].join('\n'),
)
