import { afterEach, beforeEach, expect, test } from 'vitest'
import { filledWorkbook, ledgerJob } from '#tests/support/filled-workbook'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
let id = 0
beforeEach(async () => {
  station = await openTestHost({ today: '2026-11-21' })
})

async function bringIn(job: Readonly<Record<string, string | number>> = ledgerJob) {
  const uploadId = station.host.upload(
    '台账.xlsx',
    await filledWorkbook('work-orders', {
      工单: [job],
      零件: [{ 台账号: ledgerJob.台账号, 零件编号: 'X-1', 零件名称: '点火线圈', 数量: 1, 单价: '86.50', 故障模式: '断路' }],
      工时: [],
      外出: [],
    }),
  )
  const { importId } = await station.api.imports.preview({ kind: 'work-orders', uploadId })
  await station.api.imports.apply({ importId, skipBad: false })
  id =
    (
      await station.api.workOrders.list({
        offset: 0,
        limit: 1,
        sort: [],
        text: '',
        filter: { statuses: [], nature: null, technicianId: null, view: 'all' },
      })
    ).rows[0]?.id ?? 0
}
afterEach(() => station.close())

const revisionOf = async () => (await station.api.workOrders.get({ id })).revision

async function build() {
  const [maker] = await station.api.catalogue.manufacturers({})
  const { claims, refused } = await station.as('claimClerk').batches.build({ manufacturerId: maker?.id ?? 0, period: '2026-11' })
  return { claims, refused: refused.flatMap(({ problems }) => problems.map(({ key }) => key)) }
}

test('a delivered order from the ledger gets voucher, label and signature afterwards and goes into the batch of its month', async () => {
  await bringIn()
  const before = await build()
  await station.as('claimClerk').workOrders.issueVoucher({ id, revision: await revisionOf() })
  const ids = (await station.api.workOrders.get({ id })).returnedParts.map((piece) => piece.id)
  await station.as('partsKeeper').returnedParts.step({ ids, event: 'collect', reason: '', storageBin: null })
  await station.as('partsKeeper').returnedParts.label({ ids, form: 'F30' })
  const unsigned = await build()
  await station.as('reception').workOrders.recordSignature({ id, revision: await revisionOf() })
  expect({ before, unsigned, signed: await build(), last: (await station.api.workOrders.get({ id })).history.at(-1)?.event }).toEqual({
    before: { claims: 0, refused: ['order.voucherMissing', 'claim.oldPartUnlabelled'] },
    unsigned: { claims: 0, refused: ['order.notSigned'] },
    signed: { claims: 1, refused: [] },
    last: 'signVoucher',
  })
})

test('a signature needs a voucher and is confirmed once, by who hands vehicles over', async () => {
  await bringIn()
  await expect(station.as('reception').workOrders.recordSignature({ id, revision: await revisionOf() })).rejects.toThrow('保修作业凭证')
  await station.as('claimClerk').workOrders.issueVoucher({ id, revision: await revisionOf() })
  await expect(station.as('technician').workOrders.recordSignature({ id, revision: await revisionOf() })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await station.as('reception').workOrders.recordSignature({ id, revision: await revisionOf() })
  await expect(station.as('reception').workOrders.recordSignature({ id, revision: await revisionOf() })).rejects.toThrow('已确认过用户签字')
})

test('the invoice number left out of the ledger is entered at the vehicle, and the order is decided by it', async () => {
  await bringIn({ ...ledgerJob, 发票号: '' })
  const decided = async () => (await station.api.workOrders.get({ id })).eligibility
  const pending = await decided()
  const {
    owners: _,
    odometerChanges: __,
    orders: ___,
    ...unit
  } = await station.api.customers.getUnit({ id: (await station.api.workOrders.get({ id })).unit.id })
  await station.as('reception').customers.saveUnit({ ...unit, invoiceNo: '03716628' })
  expect({ pending, decided: await decided() }).toEqual({ pending: 'pending', decided: 'covered' })
  await station.as('claimClerk').workOrders.issueVoucher({ id, revision: await revisionOf() })
})
