/**
 * The same positioned pages drawn by pdfmake: another program's idea of where ink goes, to hold ours against. Slow, so
 * for tests only (README, Decisions).
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pdfmake from 'pdfmake'
import type { MetricsFile } from '#forms/engine/metrics'
import type { FontName, Page } from '#forms/engine/page'
import type { PictureBytes } from '#host/pdf/embed-picture'
import { resources } from '#host/resources'
import metricsFile from '../../../forms/fonts/metrics.json' with { type: 'json' }
import { type Ascents, documentOf } from './page-nodes.ts'
import { withoutShaping } from './plain-font.ts'

/** pdfmake has files in memory; its types do not say so. */
declare module 'pdfmake' {
  export const virtualfs: { writeFileSync: (path: string, content: Buffer) => void; existsSync: (path: string) => boolean }
}

const metrics: MetricsFile = metricsFile
const ascents: Ascents = { regular: ascentOf('regular'), bold: ascentOf('bold'), rare: ascentOf('rare') }

function ascentOf(font: FontName): number {
  return metrics[font].ascent / metrics[font].unitsPerEm
}

function fontPath(font: FontName): string {
  return join(resources().fonts, metrics[font].file)
}

function keepFonts(): void {
  for (const font of ['regular', 'bold', 'rare'] as const) {
    const path = fontPath(font)
    if (!pdfmake.virtualfs.existsSync(path)) pdfmake.virtualfs.writeFileSync(path, withoutShaping(readFileSync(path)))
  }
}

pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => path.startsWith(resources().fonts))
pdfmake.setFonts({ Paper: { normal: fontPath('regular'), bold: fontPath('bold') }, Rare: { normal: fontPath('rare') } })

/** `pictures`: the bytes of those the pages show. */
export async function drawWithPdfmake(pages: readonly Page[], pictures: PictureBytes = new Map()): Promise<Uint8Array> {
  keepFonts()
  return new Uint8Array(await pdfmake.createPdf(documentOf(pages, ascents, pictures)).getBuffer())
}
