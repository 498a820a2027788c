import type { FillContent, FillRow } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { column, field, filledFor, joint } from '../filled.ts'

/** SH-ZH/BD—22 每月定期服务报告 (domain.md F22, §5.4): scheduled services by model; the month may run from any day to any day. */
export const serviceReport = filledFor(({ grid, box, table, sign, note }) => ({
  id: 'F22',
  version: 1,
  profiles: uprightPapers,
  words: {
    title: ['每月定期服务报告'],
    code: 'SH-ZH/BD—22',
    numberCode: 'BD22',
    note: '',
    copies: [{ key: 'maker', label: '售后服务部存', stripe: 'white' }],
    signatories: ['填表负责人', '站长（盖章）'],
  },
  parts: [
    grid(2, [
      [field('filledOn', '填表日期', 'date', { required: true }), field('stationName', '单位', 'text', { max: 60, required: true })],
      [
        joint('月份', '{period}（自 {periodFrom} 至 {periodTo}）', [
          field('period', '月份', 'text', { max: 20, required: true }),
          field('periodFrom', '自', 'date', { required: true }),
          field('periodTo', '至', 'date', { required: true }),
        ]),
        field('filledBy', '填表负责人', 'text', { max: 20, required: true }),
      ],
    ]),
    table(
      'models',
      '定期服务',
      8,
      8,
      [
        column('model', '车型', 32),
        column('first', '首次保养', 18, 'count', { sum: true }),
        column('second', '二次保养', 18, 'count', { sum: true }),
        column('third', '三次保养', 18, 'count', { sum: true }),
        column('regular', '定期(例)保养', 20, 'count', { sum: true }),
        column('total', '合计', 16, 'count', { sum: true, computed: { by: 'sum', from: ['first', 'second', 'third', 'regular'] } }),
        column('claimed', '申报结算', 18, 'count', { sum: true }),
        column('found', '保养中发现故障', 22, 'count', { sum: true }),
        column('note', '备注', 10, 'text', { max: 20 }),
      ],
      { heading: true },
    ),
    table(
      'activities',
      '服务活动',
      4,
      10,
      [
        column('activity', '活动名称', 74),
        column('planned', '应服务台数', 32, 'count', { sum: true }),
        column('served', '已服务台数', 32, 'count', { sum: true }),
        column('rate', '完成率%', 32, 'tenths', { computed: { by: 'percent', from: ['served', 'planned'] } }),
      ],
      { heading: true },
    ),
    box('用户意见', 20, field('opinions', '用户意见', 'text', { max: 400 })),
    box('下月计划', 20, field('plans', '下月计划', 'text', { max: 400 })),
    sign({ seal: true }),
    note(),
  ],
}))

function model(name: string, [first = 0, second = 0, third = 0, regular = 0, claimed = 0, found = 0]: readonly number[]): FillRow {
  return { model: name, first, second, third, regular, total: first + second + third + regular, claimed, found, note: '' }
}

export const serviceReportSample: FillContent = {
  values: {
    filledOn: '2026-11-26',
    stationName: '济南历下顺达摩托车维修服务站',
    period: '2026年11月',
    periodFrom: '2026-10-26',
    periodTo: '2026-11-25',
    filledBy: '李秀英',
    opinions: '用户普遍要求二次保养提醒；两户反映首保机油牌号与说明书不一致，已解释并更换。',
    plans: '对 8 月售出的 26 台车逐户电话通知首保；12 月 10 日下乡集中保养一次（唐王镇）。',
  },
  tables: {
    models: [
      model('QM150-3A', [12, 7, 4, 3, 23, 2]),
      model('QM125T-10', [12, 5, 2, 1, 19, 1]),
      model('QM200ZH-A', [2, 3, 1, 4, 6, 1]),
      model('QM100-2', [2, 0, 1, 0, 3, 0]),
    ],
    activities: [
      { activity: '秋季免费检查（制动、灯光）', planned: 120, served: 97, rate: 808 },
      { activity: 'QM150-3A 点火线圈预防更换', planned: 38, served: 31, rate: 816 },
    ],
  },
}
