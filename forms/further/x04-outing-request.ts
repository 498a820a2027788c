import type { FillContent } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** The charter's four cases of going out (seed S3, 八 1): by public transport, or with a car and why. */
const travelCases = ['周边乘车', '周边单日无法往返出车', '周边携带大配件出车', '中长途乘车']

/** 外出服务(救援)申请单 (domain.md X04): approved before the car leaves. */
export const outingRequest = filledFor(({ grid, box, sign, note }) => ({
  id: 'X04',
  version: 1,
  profiles: uprightPapers,
  words: plainWords('外出服务（救援）申请单', 'X04', ['留存'], ['申请人', '派车', '站长', '日期']),
  parts: [
    grid(3, [
      [field('no', '编号', 'number'), field('filledOn', '申请日期', 'date', { required: true }), field('orderNo', '对应单号')],
      [
        field('customerName', '用户', 'text', { max: 60, required: true }),
        field('customerPhone', '电话', 'text', { required: true }),
        field('plateNo', '车牌号'),
      ],
      [field('model', '车型'), field('frameNo', '车架号'), field('mileageKm', '行驶里程', 'count')],
      [field('place', '地点', 'text', { max: 80, required: true }), field('oneWayKm', '单程里程', 'count', { unit: 'km' })],
      [field('startAt', '开始时间', 'minute'), field('endAt', '结束时间', 'minute')],
      [field('people', '人数', 'count'), field('technician', '人员', 'text', { max: 60 }), field('carNo', '派车车号')],
      [field('way', '出行方式', 'choice', { options: travelCases })],
    ]),
    box('故障情况', 25, field('statement', '', 'text', { max: 200 })),
    box(
      '费用估算',
      20,
      field('transport', '交通费', 'amount', { unit: '元' }),
      field('lodging', '住宿费', 'amount', { unit: '元' }),
      field('meal', '伙食费', 'amount', { unit: '元' }),
    ),
    box('审批意见', 20, field('approval', '', 'text', { max: 100 })),
    sign(),
    note(),
  ],
}))

export const outingRequestSample: FillContent = {
  values: {
    filledOn: '2026-11-18',
    orderNo: 'SD0731-WO-202611-0015',
    customerName: '赵䶮',
    customerPhone: '139 6402 1188',
    plateNo: '鲁A·6K902',
    model: 'QM125-9',
    frameNo: 'LAELJ1259R2A00218',
    mileageKm: 12600,
    place: '济南市章丘区官庄街道',
    oneWayKm: 46,
    startAt: '2026-11-18 13:00',
    endAt: '2026-11-18 17:30',
    people: 2,
    technician: '张卫东、孙赟',
    carNo: '鲁A·7D312',
    way: '周边单日无法往返出车',
    statement: '行驶中链条断裂，无法移动。',
    transport: 9200,
    lodging: 0,
    meal: 6000,
    approval: '同意',
  },
  tables: {},
}
