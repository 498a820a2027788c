import type { FillContent, FillRow } from '#domain/form-fill'
import { wideTablePapers } from '../engine/profiles.ts'
import { column, field, filledFor, joint } from '../filled.ts'

/** SH-ZH/BD—23 X月份X产品质量信息反馈月报表 (domain.md F23, §5.5): the failures of one product in a month. */
export const qualityMonth = filledFor(({ grid, table, sign, note }) => ({
  id: 'F23',
  version: 1,
  profiles: wideTablePapers,
  words: {
    title: ['{month}月份{series}产品质量信息反馈月报表'],
    code: 'SH-ZH/BD—23',
    numberCode: 'BD23',
    note: '',
    copies: [
      { key: 'maker', label: '第一联 厂方质量部门', stripe: 'white' },
      { key: 'station', label: '第二联 维修单位存', stripe: 'pink' },
    ],
    signatories: ['质量鉴定员签定', '单位盖章', '维修负责人签定'],
  },
  parts: [
    grid(4, [
      [
        field('stationName', '单位', 'text', { max: 60, required: true }),
        field('month', '月份', 'count', { required: true }),
        joint('统计期间', '自 {periodFrom} 至 {periodTo}', [
          field('periodFrom', '统计期间自', 'date', { required: true }),
          field('periodTo', '统计期间至', 'date', { required: true }),
        ]),
        field('series', '产品/车系', 'text', { max: 20, required: true }),
      ],
    ]),
    table('faults', '故障', 12, 9, [
      column('model', '车型', 24),
      column('partCode', '零件编号', 28),
      column('partName', '零件名称', 30),
      column('supplier', '配套厂家', 26),
      column('faultMode', '故障模式', 28),
      column('pieces', '故障件数', 14, 'count', { sum: true }),
      column('share', '占比%', 13, 'tenths'),
      column('piecesBefore', '上月件数', 14, 'count', { sum: true }),
      column('upTo1000', '≤1000km', 13, 'count', { sum: true, whole: 8 }),
      column('upTo3000', '1001–3000', 14, 'count', { sum: true }),
      column('upTo6000', '3001–6000', 14, 'count', { sum: true }),
      column('over6000', '>6000', 12, 'count', { sum: true, whole: 6 }),
      column('measure', '处理方法', 18),
      column('note', '说明/建议', 16),
    ]),
    sign({ seal: true }),
    note(),
  ],
}))

function fault(
  words: readonly string[],
  [pieces = 0, share = 0, piecesBefore = 0, upTo1000 = 0, upTo3000 = 0, upTo6000 = 0, over6000 = 0]: readonly number[],
): FillRow {
  const [model = '', partCode = '', partName = '', supplier = '', faultMode = '', measure = '', note = ''] = words
  return {
    model,
    partCode,
    partName,
    supplier,
    faultMode,
    pieces,
    share,
    piecesBefore,
    upTo1000,
    upTo3000,
    upTo6000,
    over6000,
    measure,
    note,
  }
}

export const qualityMonthSample: FillContent = {
  values: {
    stationName: '济南历下顺达摩托车维修服务站',
    month: 11,
    periodFrom: '2026-11-01',
    periodTo: '2026-11-30',
    series: 'QM150 系列',
  },
  tables: {
    faults: [
      fault(['QM150-3A', '31310-KCW-003', '点火线圈总成', '宁波华升电器', '断路', '更换', '壳体灌封不良'], [14, 412, 9, 1, 4, 7, 2]),
      fault(['QM150-3A', '52400-KCW-880', '后减震器总成', '浙江中兴减震', '渗漏', '更换', ''], [11, 324, 12, 0, 3, 6, 2]),
      fault(['QM150-5', '38501-MFZ-003', '启动继电器', '温州瑞安电器', '卡滞', '更换', ''], [6, 176, 4, 2, 2, 2, 0]),
      fault(['QM150-5', '37100-KCW-652', '仪表总成', '重庆矢崎仪表', '功能失效', '更换', '雨后进水'], [3, 88, 5, 0, 1, 1, 1]),
    ],
  },
}
