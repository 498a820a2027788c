import type { AppContract } from '#contract/index'
import type { OutputOf } from '#contract/define'
import { insertImportRun, listImportRuns } from '#db/queries/import-runs'
import { rightOf } from '#domain/catalogue'
import { AppError } from '#domain/errors'
import type { ImportResult } from '#domain/import-check'
import { importKinds, type ImportFinding, type ImportKind } from '#domain/import-result'
import { missing, requireRight, type Actor, type CommandContext, type HandlersOf, type QueryContext } from './define.ts'
import { applyCustomers, planCustomers } from './imports-customers.ts'
import { gatherKnown } from './imports-known.ts'
import { applyOrders } from './imports-orders.ts'
import { applyRecords, planRecords, type RowPlan } from './imports-records.ts'
import { sampleOfCustomers, sampleOfOrders, sampleOfRecords } from './imports-sample.ts'

type Counts = { readonly created: number; readonly updated: number; readonly unchanged: number }

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const importsHandlers: HandlersOf<AppContract['imports']> = {
  async template({ services }, { kind }) {
    const { name, bytes } = await services.templateWorkbook(kind)
    return services.produce(name, workbookType, bytes)
  },

  async preview(context, { kind, uploadId }) {
    const { db, today, services, actor } = context
    requireImportRight(actor, kind)
    const file = services.uploaded(uploadId) ?? missing('上传的文件')
    const result = await services.checkImport(kind, file.bytes, gatherKnown(db, today))
    const { plans, sample } = lookAt(context, result)
    const { created: creates, updated: updates, unchanged } = counted(plans, result)
    return {
      importId: services.keepImport(file, result),
      read: result.read,
      accepted: creates + updates,
      creates,
      updates,
      unchanged,
      sample,
      rejected: result.rejected.map(plain),
      rejectedTotal: result.rejectedTotal,
      warnings: result.warnings.map(plain),
      warningsTotal: result.warningsTotal,
    }
  },

  /** Rows that came in since the preview make no second order: their 台账号 is unique. */
  apply(context, { importId, skipBad }) {
    const { db, now, actor, program } = context
    const { result, file, sha256 } = program.checkedImport(importId) ?? missing('检查过的导入文件（预览后 30 分钟内有效）')
    requireImportRight(actor, result.kind)
    if (result.rejectedTotal > 0 && !skipBad) throw new AppError('rule', 'import.rejected', { count: result.rejectedTotal })
    const counts = applied(context, result)
    insertImportRun(db, {
      kind: result.kind,
      file,
      sha256,
      at: now,
      userId: actor.userId,
      read: result.read,
      created: counts.created,
      updated: counts.updated,
      rejected: result.rejectedTotal,
    })
    return counts
  },

  history({ db }) {
    return listImportRuns(db, 200).flatMap((run) => {
      const kind = kindNamed(run.kind)
      return kind === undefined ? [] : [{ ...run, kind }]
    })
  },
}

/** Beside the right to import: keeping a list and importing it are one right. */
function requireImportRight(actor: Actor, kind: ImportKind): void {
  if (kind !== 'work-orders' && kind !== 'customers') requireRight(actor, rightOf[kind], '导入这份资料')
}

function kindNamed(name: string): ImportKind | undefined {
  return importKinds.find((kind) => kind === name)
}

function plain({
  sheet,
  row,
  column,
  value,
  reason,
  remedy,
}: ImportFinding): OutputOf<AppContract['imports']['preview']>['rejected'][number] {
  return { sheet, row, column, value, reason, remedy }
}

type Look = { readonly plans: readonly RowPlan[]; readonly sample: OutputOf<AppContract['imports']['preview']>['sample'] }

/** What applying would do with each row that passed the check, and the first of them cell by cell. */
function lookAt(context: QueryContext, result: ImportResult): Look {
  switch (result.kind) {
    case 'work-orders':
      return { plans: result.rows.map(() => 'create'), sample: sampleOfOrders(result.rows) }
    case 'customers': {
      const plans = planCustomers(context, result.rows)
      return { plans, sample: sampleOfCustomers(result.rows, plans) }
    }
    default: {
      const planned = planRecords(context, result)
      return { plans: planned.map(({ does }) => does), sample: sampleOfRecords(context.db, result.kind, planned) }
    }
  }
}

function applied(context: CommandContext, result: ImportResult): Counts {
  switch (result.kind) {
    case 'work-orders':
      return applyLedger(context, result)
    case 'customers':
      return counted(applyCustomers(context, result.rows), result)
    default:
      return counted(applyRecords(context, result), result)
  }
}

function applyLedger(context: CommandContext, { rows, unchanged }: Extract<ImportResult, { kind: 'work-orders' }>): Counts {
  const known = new Set(gatherKnown(context.db, context.today).ledgerNos)
  const fresh = rows.filter(({ ledgerNo }) => !known.has(ledgerNo))
  applyOrders(context, fresh)
  return { created: fresh.length, updated: 0, unchanged: unchanged.length + rows.length - fresh.length }
}

function counted(plans: readonly RowPlan[], { unchanged }: ImportResult): Counts {
  const count = (plan: RowPlan): number => plans.filter((one) => one === plan).length
  return { created: count('create'), updated: count('update'), unchanged: unchanged.length + count('same') }
}
