import { formId } from '#contract/papers'
import { AppError } from '#domain/errors'
import { fileToWrite, periodOf, readArguments, required, withHost, writeProduced, type Command } from './command.ts'
import { UsageError } from './usage.ts'

/** Draws issued papers into one PDF and logs the print; it issues nothing (settled.md 7). */
export const printCommand: Command = async (args) => {
  const { values } = readArguments(args, {
    db: { type: 'string' },
    form: { type: 'string' },
    no: { type: 'string' },
    period: { type: 'string' },
    out: { type: 'string' },
    reason: { type: 'string' },
    sheet4: { type: 'boolean' },
  })
  const form = formId.safeParse(values.form)
  if (!form.success) throw new UsageError(`--form 应是 ${formId.options.join('、')} 之一`)
  const period = periodOf(values.period)
  if ((values.no === undefined) === (period === null)) throw new UsageError('--no 和 --period 写一个')
  const out = fileToWrite(values.out, '--out')
  return withHost(required(values.db, '--db'), async (api, host) => {
    const found = await api.papers.list({
      offset: 0,
      limit: 500,
      sort: [{ column: 'number', direction: 'asc' }],
      text: values.no ?? '',
      filter: { form: form.data, status: null, period },
    })
    const papers = found.rows.filter((row) => values.no === undefined || row.number === values.no)
    if (papers.length === 0) throw new AppError('not-found', 'common.noSuch', { what: `单据 ${form.data} ${values.no ?? period ?? ''}` })
    if (found.total > found.rows.length)
      throw new AppError('rule', 'paper.tooManyToPrint', { count: found.total, limit: found.rows.length })
    const options = { profile: values.sheet4 ? ('A4L-4up' as const) : ('default' as const), startAt: 1 }
    const printed = await api.papers.print({ ids: papers.map((paper) => paper.id), options, reason: values.reason ?? '命令行打印' })
    await writeProduced(host, printed, out)
    return {
      json: { file: out, papers: papers.map((paper) => paper.number), pages: printed.copies.length },
      text: `已打印 ${papers.length} 份 ${form.data}，共 ${printed.copies.length} 页：${out}`,
    }
  })
}
