import type { FillContent } from '#domain/form-fill'
import { slipPapers } from '../engine/profiles.ts'
import { field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** 业务用车单 (domain.md A03): tomorrow's cars, handed in at 17:30. */
export const vehicleUse = filledFor(({ grid, sign, note }) => ({
  id: 'A03',
  version: 1,
  profiles: slipPapers,
  words: plainWords('业务用车单', 'A03', ['汽车调度存'], ['申请人', '调度', '批准', '司机']),
  parts: [
    grid(3, [
      [
        field('no', '编号', 'number'),
        field('usedOn', '用车日期', 'date', { required: true }),
        field('filledBy', '用车部门/人', 'text', { required: true }),
      ],
      [field('useKind', '用车类别', 'choice', { options: ['网点用车', '拆装用车', '外围上门用车'] })],
      [field('reason', '事由/作业单号', 'text', { max: 80 }), field('destination', '目的地', 'text', { max: 60 })],
      [field('plannedOut', '计划出车', 'minute'), field('plannedBack', '计划返回', 'minute')],
      [field('actualOut', '实际出车', 'minute'), field('actualBack', '实际返回', 'minute')],
      [field('startKm', '起始里程', 'count'), field('endKm', '终止里程', 'count'), field('drivenKm', '行驶公里', 'count')],
      [field('carNo', '车号'), field('driver', '驾驶员')],
    ]),
    sign(),
    note(),
  ],
}))

export const vehicleUseSample: FillContent = {
  values: {
    usedOn: '2026-11-20',
    filledBy: '拆装组 张卫东',
    useKind: '拆装用车',
    reason: 'SD0731-WO-202611-0034 拆回修理',
    destination: '历下区山大路 27 号',
    plannedOut: '2026-11-20 13:30',
    plannedBack: '2026-11-20 16:00',
    actualOut: '2026-11-20 13:40',
    actualBack: '2026-11-20 16:20',
    startKm: 48210,
    endKm: 48246,
    drivenKm: 36,
    carNo: '鲁A·7D312',
    driver: '周䶮',
  },
  tables: {},
}
