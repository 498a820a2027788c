import type { FillContent } from '#domain/form-fill'
import { slipPapers } from '../engine/profiles.ts'
import { field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** 借机单 (domain.md A13): a new machine drawn for an exchange, or one lent while the user's is repaired. */
export const loan = filledFor(({ grid, sign, note }) => ({
  id: 'A13',
  version: 1,
  profiles: slipPapers,
  words: plainWords('借机单', 'A13', ['仓库', '作业部', '作业人员'], ['借机人', '仓管员', '批准', '归还验收']),
  parts: [
    grid(3, [
      [field('no', '编号', 'number'), field('filledOn', '日期', 'date', { required: true }), field('workOrderNo', '对应拆装作业单')],
      [field('kind', '借机类别', 'choice', { options: ['换机借新机', '备用机(修理期间)'], required: true })],
      [field('technician', '作业人员', 'text', { required: true }), field('outlet', '网点'), field('store', '借出仓库')],
      [field('loanModel', '机型', 'text', { required: true }), field('loanSerial', '机号'), field('count', '数量', 'count')],
      [field('accessories', '附件', 'text', { max: 60 }), field('lentOn', '借出日期', 'date'), field('dueOn', '应归还日期', 'date')],
      [
        field('customerName', '用户姓名', 'text', { max: 60 }),
        field('customerPhone', '用户电话'),
        field('deposit', '押金', 'amount', { unit: '元' }),
      ],
      [field('lentState', '借出状况'), field('returnedOn', '归还日期', 'date'), field('returnedState', '归还状况')],
      [field('storeNo', '旧机入库单号')],
    ]),
    sign(),
    note(),
  ],
}))

export const loanSample: FillContent = {
  values: {
    filledOn: '2026-11-13',
    workOrderNo: 'SD0731-A11-202611-0004',
    kind: '换机借新机',
    technician: '张卫东',
    outlet: '历下网点',
    store: '物流中心一号库',
    loanModel: 'KFR-35GW',
    loanSerial: 'KF35A24110200455',
    count: 1,
    accessories: '遥控器、说明书',
    lentOn: '2026-11-13',
    dueOn: '2026-11-15',
    customerName: '钱晓犇',
    customerPhone: '138 5312 4567',
    deposit: null,
    lentState: '全新未拆封',
    returnedOn: null,
    returnedState: '',
    storeNo: 'RK20261114003',
  },
  tables: {},
}
