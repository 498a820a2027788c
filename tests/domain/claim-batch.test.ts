import { describe, expect, test } from 'vitest'
import {
  claimEntryProblems,
  problemsBeforeBatchStep,
  problemsBeforeExport,
  type BatchClaimFacts,
  type BatchEvent,
  type BatchFacts,
} from '#domain/claim-batch'
import { localDate } from '#domain/dates'
import { stop, warn } from '#domain/errors'
import { fen } from '#domain/money'
import { say } from '#domain/sentences/index'

const claim: BatchClaimFacts = {
  no: 'C1',
  status: 'ready',
  manufacturerId: 1,
  finishedOn: localDate('2026-11-30'),
  additional: false,
  total: fen(29_100),
  otherBatchNo: null,
  problems: [],
}
const facts: BatchFacts = {
  status: 'sealed',
  manufacturerId: 1,
  periodFrom: localDate('2026-11-01'),
  periodTo: localDate('2026-11-30'),
  claims: [claim],
  sumClaimed: fen(29_100),
  handlerId: 4,
  secondHandlerId: null,
  userId: 5,
  stationUsers: 2,
  singlePerson: false,
  exported: false,
  stamped: true,
  answeredOn: localDate('2026-12-10'),
  invoice: { no: 'FP1', on: localDate('2026-12-12'), amount: fen(28_000) },
  sumApproved: fen(29_000),
  sumDeducted: fen(1000),
  paidAmount: fen(28_000),
  differenceNote: '',
  reconciliationSigned: true,
  reason: '厂方要求重报',
}
const before = (event: BatchEvent, change: Partial<BatchFacts> = {}): string[] =>
  problemsBeforeBatchStep(event, { ...facts, ...change }).map(say)
const entry = (change: Partial<BatchClaimFacts>): string[] => claimEntryProblems({ ...claim, ...change }, facts).map(say)

describe('a claim that would enter a batch', () => {
  test('enters when it is ready, of this maker, of this period and in no other batch', () => {
    expect(entry({})).toEqual([])
    expect(entry({ status: 'draft', manufacturerId: 2, finishedOn: localDate('2026-12-01'), otherBatchNo: 'B2' })).toEqual([
      '索赔单 C1 是「草稿」，只有「待提交」的才能入批',
      '索赔单 C1 属于另一厂方，请放进那家厂方的批次',
      '索赔单 C1 的完工日期 2026-12-01 不在本批期间 2026-11-01 至 2026-11-30，请放进完工当月的批次',
      '索赔单 C1 已在批次 B2 里，请先从那个批次移出',
    ])
  })

  test('may be older when it is 追加, never newer', () => {
    const finishedOn = localDate('2026-10-31')
    expect(entry({ finishedOn: facts.periodFrom })).toEqual([])
    expect([
      entry({ finishedOn }).length,
      entry({ finishedOn, additional: true }),
      entry({ finishedOn: localDate('2026-12-01'), additional: true }).length,
    ]).toEqual([1, [], 1])
  })

  test('says its own stops but not its warnings', () => {
    expect(entry({ problems: [stop('order.notSigned'), warn('order.textSame')] })).toEqual(['请确认用户已在保修作业凭证上签字'])
  })
})

describe('before a step of the batch', () => {
  test('sealing recomputes the sum and wants at least one claim', () => {
    expect([before('seal'), before('seal', { sumClaimed: fen(29_000) }), before('seal', { claims: [], sumClaimed: fen(0) })]).toEqual([
      [],
      ['批次金额 290.00 元与索赔单合计 291.00 元不符，请移出再选入有改动的索赔单'],
      ['批次里还没有索赔单，请先从待报里选入'],
    ])
  })

  test('the second handler is another person; a station of one is flagged', () => {
    expect([before('confirm'), before('confirm', { userId: 4 }), before('confirm', { secondHandlerId: 5 })]).toEqual([
      [],
      ['第二经办人不能与经办人是同一人，请换一位确认'],
      ['第二经办人已确认，不用再确认'],
    ])
    expect(problemsBeforeBatchStep('confirm', { ...facts, userId: 4, stationUsers: 1, singlePerson: true })).toEqual([
      warn('batch.singlePerson', 'secondHandler'),
    ])
  })

  test('who works alone now, but not when he sealed, cannot confirm a file that does not say so; a flagged one stays good when others come', () => {
    expect(before('confirm', { userId: 4, stationUsers: 1 })).toEqual([
      '封批时本站不止一人，批次文件没有注明「单人站」；请先拆批再封一次，或由另一人确认',
    ])
    const alone = { ...facts, secondHandlerId: 4 }
    expect([problemsBeforeExport({ ...alone, singlePerson: true }), problemsBeforeExport(alone)]).toEqual([
      [warn('batch.singlePerson', 'secondHandler')],
      [stop('batch.samePerson', 'secondHandler')],
    ])
  })

  test('export needs both handlers and a sealed batch', () => {
    expect([
      problemsBeforeExport(facts).map(say),
      problemsBeforeExport({ ...facts, status: 'draft', secondHandlerId: 5 }).map(say),
      problemsBeforeExport({ ...facts, secondHandlerId: 5 }),
    ]).toEqual([['尚无第二经办人确认，请另一位人员登录后确认'], ['请先封批'], []])
  })

  test('an exported batch is not unsealed', () => {
    expect([before('unseal'), before('unseal', { exported: true })]).toEqual([[], ['批次文件已导出，不能拆批；如需更改请提交后撤回']])
  })

  test('submitting wants the file, the stamped summary and both handlers', () => {
    expect([before('submit', { stamped: false }), before('submit', { secondHandlerId: 5, exported: true })]).toEqual([
      ['尚无第二经办人确认，请另一位人员登录后确认', '请先导出批次文件', '请确认索赔汇总表三联已盖章'],
      [],
    ])
  })

  test('what headquarters took in bears the day of its answer', () => {
    expect([before('accept'), before('accept', { answeredOn: null })]).toEqual([[], ['请填写厂方反馈日期']])
  })

  test('the review ends when every claim is decided', () => {
    expect([
      before('finishReview', { claims: [{ ...claim, status: 'accepted' }] }),
      before('finishReview', { claims: [{ ...claim, status: 'rejected' }] }),
    ]).toEqual([['索赔单 C1 尚无审核结论，请先登记厂方的结论'], []])
  })

  test('the invoice is approved less deductions, and the money the invoice unless explained', () => {
    expect([
      before('toInvoice', { invoice: { no: '', on: null, amount: fen(29_000) } }),
      before('invoice', { invoice: { no: '', on: null, amount: fen(28_000) } }),
      before('invoice'),
      before('toInvoice', { invoice: null }),
      before('invoice', { invoice: { no: 'FP1', on: null, amount: fen(28_000) } }),
      before('settle', { paidAmount: fen(27_999) }),
      before('settle', { paidAmount: fen(27_999), differenceNote: '银行手续费' }),
      before('settle', { paidAmount: null }),
    ]).toEqual([
      ['开票金额 290.00 元，应为核定减扣款后的 280.00 元'],
      ['请填写发票号码和开票日期'],
      [],
      ['请先登记开票通知'],
      ['请填写发票号码和开票日期'],
      ['到账 279.99 元与开票 280.00 元不符，请写明差异'],
      [],
      ['请填写到账金额'],
    ])
  })
})
