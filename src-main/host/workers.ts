import type { createImportChecker } from './import/import-checker.ts'
import type { createPdfMaker } from './pdf/pdf-maker.ts'
import type { Resources } from './resources.ts'

/** Slow helpers, started at first use: nothing but the driver is loaded at start. */
export function createWorkers(places: Resources) {
  let pdf: Promise<ReturnType<typeof createPdfMaker>> | undefined
  let imports: Promise<ReturnType<typeof createImportChecker>> | undefined
  return {
    pdf: () => (pdf ??= import('./pdf/pdf-maker.ts').then((module) => module.createPdfMaker({ fontsDir: places.fonts }))),
    imports: () => (imports ??= import('./import/import-checker.ts').then((module) => module.createImportChecker())),
    close: async () => {
      await Promise.all([pdf?.then((maker) => maker.close()), imports?.then((checker) => checker.close())])
    },
  }
}

export type Workers = ReturnType<typeof createWorkers>
