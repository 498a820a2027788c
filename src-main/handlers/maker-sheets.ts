import type { AppContract } from '#contract/index'
import { findMakerSheet, findMakerSheetVersion, insertMakerSheet, listMakerSheets } from '#db/queries/maker-sheets'
import { findManufacturer } from '#db/queries/manufacturers'
import { mostFileMegabytes } from '#domain/attachment'
import { AppError } from '#domain/errors'
import type { FillRow } from '#domain/form-fill'
import { type MakerSheet, sheetProblems } from '#domain/maker-sheet'
import { readPictureHead } from '#domain/picture'
import { filledEntries } from '#forms/index'
import { missing, orConflict, type HandlersOf } from './define.ts'
import { produceStacks, stackOfDraft } from './draw-papers.ts'
import { paperBase } from './paper-base.ts'

/** Who saved a version without a person: it came by the command line. */
const nobody = '命令行'

/** The made-up case of the form; a text typed each time shows what it asks for. */
function sampleValues({ fields }: MakerSheet): FillRow {
  return {
    ...filledEntries.A14.sample.values,
    ...Object.fromEntries(fields.flatMap(({ id, source, words }) => (source === 'free' ? [[id, words]] : []))),
  }
}

export const makerSheetsHandlers: HandlersOf<AppContract['makerSheets']> = {
  get({ db }, { manufacturerId }) {
    const kept = findMakerSheet(db, manufacturerId)
    return kept === undefined ? { version: 0, sheet: null, savedAt: null, savedBy: '' } : { ...kept, savedBy: kept.savedBy ?? nobody }
  },

  versions: ({ db }, { manufacturerId }) =>
    listMakerSheets(db, manufacturerId).map(({ version, sheet, savedAt, savedBy }) => ({
      version,
      savedAt,
      savedBy: savedBy ?? nobody,
      fields: sheet.fields.length,
    })),

  versionOf: ({ db }, { manufacturerId, version }) => findMakerSheetVersion(db, manufacturerId, version) ?? missing('这一版厂方表格'),

  save({ db, now, actor }, { manufacturerId, version, sheet }) {
    if (!findManufacturer(db, manufacturerId)) missing('厂方')
    orConflict((findMakerSheet(db, manufacturerId)?.version ?? 0) === version)
    const problems = sheetProblems(sheet)
    const [first] = problems
    if (first !== undefined) throw new AppError('invalid', first.key, first.params, problems)
    insertMakerSheet(db, { manufacturerId, version: version + 1, sheet, savedAt: now, savedBy: actor.userId })
    return { version: version + 1 }
  },

  async addBackground({ services }, { uploadId }) {
    const { name, bytes } = services.uploaded(uploadId) ?? missing('上传的文件')
    if (bytes.byteLength > mostFileMegabytes * 1024 * 1024)
      throw new AppError('invalid', 'sheet.tooLarge', { name, limit: mostFileMegabytes })
    const head = readPictureHead(bytes)
    if (head === null) throw new AppError('invalid', 'sheet.notAPicture', { name })
    return { sha256: await services.keep('attachments', bytes), width: head.width, height: head.height }
  },

  async test(context, { manufacturerId, sheet, options }) {
    const paper = { ...paperBase(context.db, manufacturerId), values: sampleValues(sheet), tables: {}, sheet }
    return produceStacks(context, [stackOfDraft('A14', paper, options)], '各工厂退换机申请表 试打', context.now)
  },
}
