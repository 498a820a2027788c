import type { FillContent } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { amountInCapitals, field, filledFor, joint, shown } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

const yuan = (key: string, label: string) => field(key, label, 'amount', { unit: '元' })
const number = (key: string, label: string) => field(key, label, 'count')

/** 开票通知单 (domain.md X07): the cover of a claim batch once it is approved. */
export const invoiceNotice = filledFor(({ grid, box, sign, note }) => ({
  id: 'X07',
  version: 1,
  profiles: uprightPapers,
  words: plainWords('开票通知单', 'X07', ['留存'], ['经办人', '站长', '日期']),
  parts: [
    grid(2, [
      [field('no', '编号', 'number'), field('filledOn', '日期', 'date', { required: true })],
      [field('stationName', '站名称', 'text', { max: 60, required: true }), field('stationCode', '站代码')],
      [field('settlementNo', '结算单号', 'text', { required: true }), field('batchNo', '批次号')],
      [
        field('invoiceTo', '开票单位', 'text', { max: 60, required: true }),
        joint('维修时间', '自 {periodFrom} 至 {periodTo}', [
          field('periodFrom', '维修时间起', 'date'),
          field('periodTo', '维修时间止', 'date'),
        ]),
      ],
    ]),
    grid(
      3,
      [
        [number('countPresale', '售前'), number('countService', '售后'), number('countOuting', '外出')],
        [number('countMaintenance', '保养'), number('countCampaign', '活动'), number('countAll', '单据合计')],
      ],
      { title: '单据数' },
    ),
    grid(
      2,
      [
        [yuan('cutOldParts', '旧件扣款'), yuan('cutReview', '审核扣款')],
        [yuan('cutPenalty', '行政扣款'), yuan('cutFreight', '运费')],
      ],
      { title: '扣款' },
    ),
    grid(2, [[yuan('invoiceAmount', '开票金额'), shown('大写', amountInCapitals('invoiceAmount'))]]),
    box('说明', 20, field('remark', '', 'text', { max: 200 })),
    sign({ seal: true }),
    note(),
  ],
}))

export const invoiceNoticeSample: FillContent = {
  values: {
    filledOn: '2026-11-20',
    stationName: '济南历下顺达摩托车维修服务站',
    stationCode: 'SD0731',
    settlementNo: 'JS202610-0731',
    batchNo: 'SD0731-BD19-202610-0001',
    invoiceTo: '示例车业股份有限公司',
    periodFrom: '2026-10-01',
    periodTo: '2026-10-31',
    countPresale: 1,
    countService: 42,
    countOuting: 5,
    countMaintenance: 18,
    countCampaign: 0,
    countAll: 66,
    cutOldParts: 12800,
    cutReview: 0,
    cutPenalty: 0,
    cutFreight: 4500,
    invoiceAmount: 1284350,
    remark: '',
  },
  tables: {},
}
